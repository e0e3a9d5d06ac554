package org.countyledger.network.authority;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authority is asked for.
 *
 * @param unit organisational unit of the subject: client, peer, orderer or admin; none for TLS
 */
record CertificateRequest(String commonName, Optional<String> unit, Use use, Period validity) {
    static final Period NODE_VALIDITY = Period.ofYears(2);
    static final Period OFFICER_VALIDITY = Period.ofYears(1);

    /** What the certificate is for. */
    sealed interface Use {}

    /** Signs proposals, endorsements or blocks; attributes as Fabric's certificate authority writes them. */
    record Signing(Map<String, String> attributes) implements Use {
        public Signing {
            attributes = Map.copyOf(attributes);
        }
    }

    /** A server, which is also a client where both sides show certificates. */
    record Tls(List<String> hosts) implements Use {
        public Tls {
            hosts = List.copyOf(hosts);
        }
    }

    static CertificateRequest node(String commonName, String unit) {
        return new CertificateRequest(commonName, Optional.of(unit), new Signing(Map.of()), NODE_VALIDITY);
    }

    static CertificateRequest client(String commonName, Map<String, String> attributes) {
        return new CertificateRequest(commonName, Optional.of("client"), new Signing(attributes), OFFICER_VALIDITY);
    }

    static CertificateRequest tls(String commonName, List<String> hosts) {
        return new CertificateRequest(commonName, Optional.empty(), new Tls(hosts), NODE_VALIDITY);
    }
}
