package org.countyledger.network.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.InventoryFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenewalTest {
    private static final Instant MADE = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = MADE.plus(Duration.ofDays(350));

    @TempDir
    private static Path folder;

    private final CountyDirectory county = new CountyDirectory(folder);
    private final Renewal renewal = new Renewal(county, LATER);

    @BeforeAll
    static void make() throws IOException {
        CountyAuthorities.create(
                InventoryFile.parse(InventoryFile.bundled(), "bundled"), new CountyDirectory(folder), MADE);
    }

    private X509Certificate certificate(String path) {
        return Expiry.read(folder.resolve(path));
    }

    private static void isTheSameButLater(X509Certificate fresh, X509Certificate old) {
        assertThat(fresh.getSubjectX500Principal()).isEqualTo(old.getSubjectX500Principal());
        assertThat(fresh.getSerialNumber()).isNotEqualTo(old.getSerialNumber());
        assertThat(fresh.getNotAfter()).isAfter(old.getNotAfter());
        for (String id : Set.of("1.2.3.4.5.6.7.8.1", "2.5.29.15", "2.5.29.17", "2.5.29.35", "2.5.29.37")) {
            assertThat(fresh.getExtensionValue(id)).as(id).isEqualTo(old.getExtensionValue(id));
        }
    }

    @Test
    void onTheSameKeyEverythingButTimeAndNumberStays() throws Exception {
        String path = "identities/AuditMSP.SYSTEM_TIMER/cert.pem";
        X509Certificate old = certificate(path);

        assertThat(renewal.of(Set.of("AuditMSP.SYSTEM_TIMER"), Renewal.Key.SAME))
                .containsExactly(folder.resolve(path));

        X509Certificate fresh = certificate(path);
        isTheSameButLater(fresh, old);
        assertThat(fresh.getPublicKey()).isEqualTo(old.getPublicKey());
        fresh.verify(certificate("crypto/AuditMSP/ca/cert.pem").getPublicKey());
    }

    @Test
    void anOfficerIsRenewedByNumberAndRole() throws Exception {
        X509Certificate old = certificate("identities/AU4001.AUDITOR/cert.pem");

        assertThat(renewal.of(Set.of("AU4001.AUDITOR"), Renewal.Key.NEW)).hasSize(1);

        isTheSameButLater(certificate("identities/AU4001.AUDITOR/cert.pem"), old);
    }

    @Test
    void onANewKeyAPeerGetsBothOfItsCertificatesWithTheirKeys() throws Exception {
        X509Certificate old = certificate("crypto/EcologyMSP/peer/tls/cert.pem");

        assertThat(renewal.of(Set.of("peer.EcologyMSP"), Renewal.Key.NEW)).hasSize(2);

        X509Certificate fresh = certificate("crypto/EcologyMSP/peer/tls/cert.pem");
        isTheSameButLater(fresh, old);
        assertThat(fresh.getPublicKey()).isNotEqualTo(old.getPublicKey());
        fresh.verify(certificate("crypto/EcologyMSP/tlsca/cert.pem").getPublicKey());
        Credential held = Credential.read(
                folder.resolve("crypto/EcologyMSP/peer/tls/cert.pem"),
                folder.resolve("crypto/EcologyMSP/peer/tls/key.pem"));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(held.key());
        byte[] signed = signature.sign();
        signature.initVerify(fresh.getPublicKey());
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void withoutNamesThoseAreRenewedThatEndSoon() throws IOException {
        CountyDirectory other = new CountyDirectory(folder.resolve("other"));
        CountyAuthorities.create(InventoryFile.parse(InventoryFile.bundled(), "bundled"), other, MADE);
        Renewal all = new Renewal(other, LATER);

        assertThat(all.endingWithin(Duration.ofDays(30), Renewal.Key.SAME))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).startsWith(other.identities()));
        assertThat(all.endingWithin(Duration.ofDays(30), Renewal.Key.SAME)).isEmpty();
    }

    @Test
    void anOrderersKeyAndUnknownNamesAreLeftAlone() {
        assertThatThrownBy(() -> renewal.of(Set.of("orderer.AuditMSP"), Renewal.Key.NEW))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("orderer.AuditMSP stands in the channel's configuration");
        assertThatThrownBy(() -> renewal.of(Set.of("nobody"), Renewal.Key.SAME))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("Nobody here is called nobody");
    }
}
