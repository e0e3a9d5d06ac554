package org.countyledger.network.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aTokenIsCheckedWithThePublicKeysAlone() throws Exception {
        CountyDirectory county = new CountyDirectory(folder);
        TokenIssuer.create(county);

        SignedJWT token = SignedJWT.parse(TokenIssuer.read(county).mint("CA1001.TOWN_CLERK", NOW, Duration.ofHours(8)));

        JWK published = JWKSet.load(county.issuerKeys().toFile())
                .getKeyByKeyId(token.getHeader().getKeyID());
        JWSVerifier verifier = new ECDSAVerifier(published.toECKey());
        assertThat(token.verify(verifier)).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("county-local");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("CA1001.TOWN_CLERK");
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(token.getJWTClaimsSet().getJWTID()).isNotBlank();
    }

    @Test
    void thePublishedKeysHoldNoSecret() throws Exception {
        CountyDirectory county = new CountyDirectory(folder);
        TokenIssuer.create(county);

        assertThat(Files.readString(county.issuerKeys()))
                .doesNotContain("\"d\"")
                .contains("ES256");
    }

    @Test
    void aDirectoryWithoutIssuerIsSaidToBeNoCounty() {
        assertThatThrownBy(() -> TokenIssuer.read(new CountyDirectory(folder)))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("is this a county's directory?");
    }
}
