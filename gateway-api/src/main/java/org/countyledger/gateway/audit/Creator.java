package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
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
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(identity.getIdBytes().newInput());
            Attributes attributes = attributes(certificate);
            return new Actor(
                    identity.getMspid(),
                    Role.valueOf(attributes.of("role").orElse("")),
                    attributes.of("dept"),
                    attributes.of("staff"),
                    attributes.of("town"),
                    attributes.of("grid"),
                    Optional.of(Base64.getEncoder()
                            .encodeToString(certificate.getPublicKey().getEncoded())));
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
        return Optional.ofNullable(certificate.getExtensionValue(ATTRIBUTES))
                .map(octets -> ASN1OctetString.getInstance(octets).getOctets())
                .map(json -> CanonicalJson.read(json, Attributes.class))
                .orElseGet(() -> new Attributes(Map.of()));
    }
}
