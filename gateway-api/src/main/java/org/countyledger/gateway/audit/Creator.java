package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.CanonicalJson;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Who acted, as the certificate in a transaction says, read as the contract reads it. */
final class Creator {
    private static final String ATTRIBUTES = "1.2.3.4.5.6.7.8.1";

    private Creator() {}

    static Actor actor(ByteString serialized) {
        try {
            SerializedIdentity identity = SerializedIdentity.parseFrom(serialized);
            Attributes attributes = attributes((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(identity.getIdBytes().newInput()));
            return new Actor(
                    identity.getMspid(),
                    Role.valueOf(attributes.of("role").orElse("")),
                    attributes.of("dept"),
                    attributes.of("staff"),
                    attributes.of("town"),
                    attributes.of("grid"));
        } catch (InvalidProtocolBufferException | CertificateException e) {
            throw new IllegalStateException("a valid transaction has a creator without a certificate", e);
        }
    }

    /** What Fabric's certificate authority writes into the extension. */
    private record Attributes(Map<String, String> attrs) {
        Optional<String> of(String name) {
            return Optional.ofNullable(attrs.get(name)).filter(value -> !value.isEmpty());
        }
    }

    private static Attributes attributes(X509Certificate certificate) {
        byte[] octets =
                Optional.ofNullable(certificate.getExtensionValue(ATTRIBUTES)).orElse(new byte[0]);
        if (octets.length < 2) {
            return new Attributes(Map.of());
        }
        // DER: the tag of an octet string, then one byte of length, or how many bytes of length follow.
        int header = octets[1] < 0 ? 2 + (octets[1] & 0x7f) : 2;
        return CanonicalJson.read(Arrays.copyOfRange(octets, header, octets.length), Attributes.class);
    }
}
