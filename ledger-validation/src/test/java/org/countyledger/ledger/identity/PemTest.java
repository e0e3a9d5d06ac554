package org.countyledger.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.countyledger.ledger.testing.TestAuthority;
import org.junit.jupiter.api.Test;

final class PemTest {
    private static final String ID_EC_PUBLIC_KEY = "2a8648ce3d0201";

    /** The library parses such a certificate and has no key for it. */
    @Test
    void aCertificateWhoseKeyIsOfNoKnownAlgorithmIsNone() throws CertificateEncodingException {
        X509Certificate whole = TestAuthority.root("AuditMSP").certificate();
        String der = HexFormat.of().formatHex(whole.getEncoded());
        assertThat(der).containsOnlyOnce(ID_EC_PUBLIC_KEY);
        byte[] changed = HexFormat.of().parseHex(der.replace(ID_EC_PUBLIC_KEY, "2a8648ce3d0209"));
        assertThatThrownBy(() -> Pem.certificate(changed)).isInstanceOf(IdentityException.class);
    }
}
