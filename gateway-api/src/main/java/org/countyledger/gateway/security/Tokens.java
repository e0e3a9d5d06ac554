package org.countyledger.gateway.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.Set;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.stereotype.Component;

/** Checks bearer tokens: signature by a key of the issuer, issuer, and time. What a token says of roles is not read. */
@Component
final class Tokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");
    private static final Text NOT_TAKEN =
            new Text("令牌无效、已过期或并非由本县签发。", "The token is invalid, expired, or not issued by this county.");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Tokens(IssuerSettings issuer) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys(issuer))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer.name()).build(), REQUIRED));
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
        try {
            requireOneSpelling(token);
            return processor.process(token, null).getSubject();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new ProblemException(Finding.of(ProblemCode.AUTHENTICATION_REQUIRED, NOT_TAKEN));
        }
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
