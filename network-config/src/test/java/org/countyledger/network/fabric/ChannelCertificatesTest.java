package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.genesis.Genesis;
import org.countyledger.network.health.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChannelCertificatesTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @Test
    void aChannelTakesTheCertificatesItWasMadeWithAndNoOthers() throws Exception {
        TestCounty county = TestCounty.in(folder);
        ChannelConfig channel = ChannelConfig.of(
                Genesis.block(CountyChannel.of(county.inventory(), county.directory()), Instant.now()));
        ChannelCertificates certificates = new ChannelCertificates(channel, county.directory());

        assertThat(certificates.findings(county.inventory().organization("AuditMSP")))
                .isEmpty();

        Path own = county.directory().organization("AuditMSP").nodeMsp("peer").resolve("signcerts/cert.pem");
        TestCounty other = TestCounty.in(elsewhere);
        Files.copy(
                other.directory().organization("AuditMSP").nodeMsp("peer").resolve("signcerts/cert.pem"),
                own,
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(certificates.findings(county.inventory().organization("AuditMSP")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(FindingCode.CERTIFICATE_NOT_OF_CHANNEL))
                .asString()
                .contains("crypto/AuditMSP/peer/msp/signcerts/cert.pem");
    }
}
