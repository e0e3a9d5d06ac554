package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.identity.Signatures;
import org.countyledger.ledger.rwset.KeyOrder;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** Who signed something as a peer. Every signature must hold: none is passed over. Thread safe. */
final class PeerSignatures {
    private final ChannelConfig config;
    private final SignatureCheck signatures;

    PeerSignatures(ChannelConfig config, SignatureCheck signatures) {
        this.config = config;
        this.signatures = signatures;
    }

    /** MSP ids of the signers of {@code signed} ‖ endorser. */
    SortedSet<String> organizations(Check check, ByteString signed, List<Endorsement> endorsements)
            throws RefusedReceiptException {
        SortedSet<String> organizations = new TreeSet<>(KeyOrder.UTF8);
        for (Endorsement endorsement : endorsements) {
            Identity peer = peer(check, endorsement.getEndorser());
            if (!holds(peer, signed.concat(endorsement.getEndorser()), endorsement.getSignature())) {
                throw new RefusedReceiptException(check, "The signature of " + peer.mspId() + " does not hold.");
            }
            organizations.add(peer.mspId());
        }
        return Collections.unmodifiableSortedSet(organizations);
    }

    /** A client of an organisation is not the organisation: only its peers speak for it. */
    private Identity peer(Check check, ByteString serialized) throws RefusedReceiptException {
        Identity identity = member(check, serialized);
        Optional<String> refusal = identity.refusal(MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(identity.mspId())
                        .setRole(MSPRole.MSPRoleType.PEER)
                        .build()
                        .toByteString())
                .build());
        if (refusal.isPresent()) {
            throw new RefusedReceiptException(
                    check, "A signer of " + identity.mspId() + " is no peer of it: " + refusal.get() + ".");
        }
        return identity;
    }

    /** A valid member of an organisation that the trusted configuration names. */
    Identity member(Check check, ByteString serialized) throws RefusedReceiptException {
        try {
            Identity identity = config.msps().identity(serialized);
            if (!identity.isValid()) {
                throw new RefusedReceiptException(
                        check,
                        "A certificate of " + identity.mspId() + " is not valid: "
                                + identity.invalidity().orElse("") + ".");
            }
            return identity;
        } catch (IdentityException e) {
            throw new RefusedReceiptException(
                    check, "A signer is nobody of the trusted configuration: " + e.getMessage() + ".");
        }
    }

    /** Low S, in the shortest DER, over exactly these bytes. */
    boolean holds(Identity identity, ByteString message, ByteString signature) {
        return Signatures.isExact(identity.certificate().getPublicKey(), signature)
                && signatures.holds(identity, message, signature);
    }
}
