package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.MSPPrincipal;

/**
 * A member's certificate under its MSP (Fabric's {@code msp.identity}). Immutable and thread safe; it is cached by its
 * MSP, and what needs its chain is computed once.
 */
public final class Identity implements PrincipalHolder {
    private final Msp msp;
    private final X509Certificate certificate;
    private final ByteString serialized;
    private final String identifier;
    private final MembershipCheck check;

    Identity(Msp msp, X509Certificate certificate, ByteString serialized) {
        this.msp = msp;
        this.certificate = certificate;
        this.serialized = serialized;
        this.identifier = msp.id() + Sha256.hex(msp.identifierHash(CertificateFields.der(certificate)));
        this.check = msp.check(certificate);
    }

    public String mspId() {
        return msp.id();
    }

    /** The certificate, with a low-S signature whatever was sent. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The serialized identity as it was sent. */
    public ByteString serialized() {
        return serialized;
    }

    /** MSP id and hash of the certificate: what Fabric de-duplicates signers by. */
    public String identifier() {
        return identifier;
    }

    public Instant expiresAt() {
        return certificate.getNotAfter().toInstant();
    }

    public List<String> organizationalUnits() {
        return check.organizationalUnits();
    }

    /** Why the MSP does not take this as a valid member (chain, revocation, OUs); empty where it does. */
    public Optional<String> invalidity() {
        return check.invalidity();
    }

    public boolean isValid() {
        return invalidity().isEmpty();
    }

    /** Whether this identity's key made the signature over the message. */
    public boolean verify(ByteString message, ByteString signature) {
        return Signatures.verify(certificate.getPublicKey(), message, signature);
    }

    @Override
    public boolean satisfies(MSPPrincipal principal) {
        return refusal(principal).isEmpty();
    }

    /** Why the principal is not satisfied; empty where it is. */
    public Optional<String> refusal(MSPPrincipal principal) {
        return Principals.refusal(msp, this, principal);
    }

    MembershipCheck check() {
        return check;
    }

    @Override
    public String toString() {
        return msp.id() + ":" + certificate.getSubjectX500Principal().getName();
    }
}
