package org.countyledger.network.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void theCertificateThatEndsFirstIsNamedWithItsDays() throws IOException {
        write("peer", Period.ofDays(100));
        write("orderer", Period.ofDays(20));

        Expiry first = Expiry.first(folder).orElseThrow();

        assertThat(first.certificate()).isEqualTo(folder.resolve("orderer/cert.pem"));
        assertThat(first.daysLeft(NOW)).isEqualTo(20);
        assertThat(first.isSoon(NOW)).isTrue();
        assertThat(first.isSoon(NOW.minus(Period.ofDays(11)))).isFalse();
    }

    @Test
    void afterItsEndDaysAreNegative() throws IOException {
        write("peer", Period.ofDays(1));

        assertThat(Expiry.first(folder).orElseThrow().daysLeft(NOW.plus(Period.ofDays(4))))
                .isEqualTo(-3);
    }

    @Test
    void whereThereIsNoneNothingEnds() {
        assertThat(Expiry.first(folder)).isEmpty();
    }

    private void write(String name, Period validity) throws IOException {
        CertificateAuthority authority = new CertificateAuthority("tlsca.test", NOW);
        CertificateRequest request = new CertificateRequest(
                name, Optional.empty(), new CertificateRequest.Tls(List.of("localhost")), validity);
        OrganizationAuthority.write(authority.issue(request), folder.resolve(name));
    }
}
