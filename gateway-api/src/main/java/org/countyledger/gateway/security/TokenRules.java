package org.countyledger.gateway.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.util.Set;

/** What holds for every token, whoever issued it: signatures by public keys, and none that lasts for ever. */
final class TokenRules {
    static final Set<String> REQUIRED = Set.of("sub", "exp", "iat");

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    private TokenRules() {}

    static DefaultJWTProcessor<SecurityContext> processor(
            JWKSource<SecurityContext> keys, JWTClaimsSetVerifier<SecurityContext> claims) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
    }
}
