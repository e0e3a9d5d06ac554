package org.countyledger.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/**
 * Checks bearer tokens of the county's own issuer and, where one is configured, of an OpenID provider: signature, issuer,
 * audience and time. What a token says of roles is not read.
 */
@Component
final class Tokens {
    private static final Text NOT_TAKEN =
            new Text("令牌无效、已过期或并非由本县签发。", "The token is invalid, expired, or not issued by this county.");

    /** How long a token that held is taken without checking its signature again, as long as the keys stay. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private static final int MOST_KNOWN = 10_000;

    private final DefaultJWTProcessor<SecurityContext> own;
    private final OpenIdProvider provider;
    private final Cache<String, Valid> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .build();

    /**
     * What a token that held says.
     *
     * @param edition of the provider's keys
     */
    private record Valid(String subject, Instant until, int edition) {
        boolean holds(int now) {
            return edition == now && Instant.now().isBefore(until);
        }
    }

    Tokens(IssuerSettings issuer, OpenIdProvider provider) {
        this.provider = provider;
        this.own = TokenRules.processor(
                new ImmutableJWKSet<>(keys(issuer)),
                new DefaultJWTClaimsVerifier<>(
                        new JWTClaimsSet.Builder().issuer(issuer.name()).build(), TokenRules.REQUIRED));
    }

    private static JWKSet keys(IssuerSettings issuer) {
        try {
            return JWKSet.load(issuer.keys().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's keys " + issuer.keys() + " cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("The issuer's keys " + issuer.keys() + " are no JWK set", e);
        }
    }

    /** The subject of a valid token. */
    String subject(String token) {
        Optional<Valid> before =
                Optional.ofNullable(known.getIfPresent(token)).filter(valid -> valid.holds(provider.edition()));
        return before.orElseGet(() -> checked(token)).subject();
    }

    private Valid checked(String token) {
        try {
            requireOneSpelling(token);
            Valid valid = valid(JWTParser.parse(token));
            known.put(token, valid);
            return valid;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new ProblemException(Finding.of(ProblemCode.AUTHENTICATION_REQUIRED, NOT_TAKEN));
        }
    }

    private Valid valid(JWT token) throws ParseException, BadJOSEException, JOSEException {
        int edition = provider.edition();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        boolean isProviders = Optional.ofNullable(claims)
                .map(JWTClaimsSet::getIssuer)
                .filter(provider::is)
                .isPresent();
        String subject =
                isProviders ? provider.subject(token) : own.process(token, null).getSubject();
        return new Valid(subject, claims.getExpirationTime().toInstant(), edition);
    }

    /** The library reads base64url with foreign letters and unused bits, too; nobody issues such tokens. */
    private static void requireOneSpelling(String token) throws BadJOSEException {
        for (String part : token.split("\\.", -1)) {
            if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
                throw new BadJOSEException("The token is not spelled as base64url");
            }
        }
    }
}
