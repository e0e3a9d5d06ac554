package org.countyledger.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.countyledger.gateway.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded changes to officers' tokens: {@code -Dcounty.mutations=100000} for all of them, {@code -Dcounty.seed} for others.
 * Accepted would be any text that the issuer did not write, be it only another spelling of the same signature.
 */
class TokenForgeryTest {
    private static final int COUNT = Integer.getInteger("county.mutations", 4_000);
    private static final long SEED = Long.getLong("county.seed", 20_261_126L);

    private final ECKey issuer = key();
    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private static final OidcSettings NO_PROVIDER =
            new OidcSettings(null, "county-gateway", "sub", Duration.ofMinutes(5));

    private Tokens tokens;

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("county").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void trustTheIssuer() throws IOException {
        Path keys = folder.resolve("jwks.json");
        Files.writeString(keys, new JWKSet(issuer.toPublicJWK()).toString());
        tokens = new Tokens(new IssuerSettings(ForgedToken.ISSUER, keys), new OpenIdProvider(NO_PROVIDER));
    }

    private List<String> issued() {
        ForgedToken maker = new ForgedToken(random, issuer, key());
        return List.of(maker.issued("CA1001"), maker.issued("CA1103"), maker.issued("AU4001"));
    }

    @Test
    void noChangedTokenIsAccepted() {
        List<String> issued = issued();
        assertThat(issued).extracting(tokens::subject).containsExactly("CA1001", "CA1103", "AU4001");
        ForgedToken forged = new ForgedToken(random, issuer, key());
        List<ForgedToken.Sort> sorts = List.of(ForgedToken.Sort.values());
        Map<ForgedToken.Sort, Integer> tried = new EnumMap<>(ForgedToken.Sort.class);
        int same = 0;
        for (int i = 0; i < COUNT; i++) {
            ForgedToken.Sort sort = sorts.get(random.nextInt(sorts.size()));
            String token = issued.get(random.nextInt(issued.size()));
            String changed = forged.change(sort, token, issued.get(random.nextInt(issued.size())));
            if (issued.contains(changed)) {
                same++;
                continue;
            }
            assertThatThrownBy(() -> tokens.subject(changed))
                    .as("change %d (%s), seed %d: %s", i, sort, SEED, changed)
                    .isInstanceOf(ProblemException.class);
            tried.merge(sort, 1, Integer::sum);
        }
        System.out.printf(
                "tokens: %d mutations (seed %d, %d left the text as it was), accepted: 0%n  %s%n",
                COUNT, SEED, same, tried);
        assertThat(tried).containsOnlyKeys(sorts);
    }

    /** JOSE asks for no low s (RFC 7518, 3.4), so half of all honest signatures are high. It says the same of the same. */
    @Test
    void theOtherSOfTheSameSignatureSaysNothingElse() {
        String token = issued().getFirst();
        int dot = token.lastIndexOf('.');
        byte[] signature = new Base64URL(token.substring(dot + 1)).decode();
        BigInteger order = Curve.P_256.toECParameterSpec().getOrder();
        byte[] s = order.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, signature, 64 - length, length);
        assertThat(tokens.subject(token.substring(0, dot + 1) + Base64URL.encode(signature)))
                .isEqualTo("CA1001");
    }

    @Test
    void aTokenIsSpelledInOneWay() {
        String token = issued().getFirst();
        for (String spelling : List.of(token + "=", token + "*", token.replaceFirst("\\.", ".\n"), token + ".")) {
            assertThatThrownBy(() -> tokens.subject(spelling)).isInstanceOf(ProblemException.class);
        }
    }
}
