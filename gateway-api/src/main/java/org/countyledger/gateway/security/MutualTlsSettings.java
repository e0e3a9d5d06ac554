package org.countyledger.gateway.security;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A second door, for departments' systems: TLS with certificates on both sides. Without a port there is none.
 *
 * @param port where it listens, at the address of the other one; 0: any
 * @param certificate PEM of this server, with what leads to its root
 * @param privateKey PEM, PKCS#8
 * @param authorities PEM files of those who may have issued systems' certificates
 * @param revocations PEM or DER revocation lists, looked at anew when they change; one that cannot be read or is out of date
 *     lets nobody in
 * @param systems which certificate acts as whom
 */
@ConfigurationProperties("county.mutual-tls")
record MutualTlsSettings(
        @Nullable Integer port,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @DefaultValue List<Path> authorities,
        @DefaultValue List<Path> revocations,
        @DefaultValue List<Machine> systems) {

    /**
     * A department's system.
     *
     * @param subject of the identity that it acts as, e.g. {@code CA1201.FINANCE_OFFICER}
     */
    record Machine(Path certificate, String subject) {}

    MutualTlsSettings {
        authorities = List.copyOf(authorities);
        revocations = List.copyOf(revocations);
        systems = List.copyOf(systems);
        if (port != null && (certificate == null || privateKey == null || authorities.isEmpty())) {
            throw new IllegalArgumentException(
                    "county.mutual-tls needs certificate, private-key and authorities where it has a port");
        }
    }
}
