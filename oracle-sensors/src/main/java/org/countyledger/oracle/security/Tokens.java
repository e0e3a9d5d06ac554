package org.countyledger.oracle.security;

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
import java.util.Optional;
import java.util.Set;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.stereotype.Component;

/** Checks bearer tokens: signature by a key of the county's issuer, issuer, and time. */
@Component
final class Tokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    Tokens(OracleSettings settings) {
        OracleSettings.Issuer issuer = settings.issuer();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys(issuer))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer.name()).build(), REQUIRED));
    }

    private static JWKSet keys(OracleSettings.Issuer issuer) {
        try {
            return JWKSet.load(issuer.keys().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The issuer's keys " + issuer.keys() + " cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("The issuer's keys " + issuer.keys() + " are no JWK set", e);
        }
    }

    /** The subject of a valid token. */
    Optional<String> subject(String token) {
        try {
            requireOneSpelling(token);
            return Optional.ofNullable(processor.process(token, null).getSubject());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
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
