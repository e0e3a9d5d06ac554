package org.countyledger.ledger.policy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.MspManager;
import org.countyledger.ledger.identity.SignatureCheck;

/** A signature with what it is over and by whom; {@code identity} is a serialized identity. */
public record SignedData(ByteString data, ByteString identity, ByteString signature) {

    /**
     * The identities whose signatures hold, in order, each once (Fabric's {@code SignatureSetToValidIdentities}). An
     * identity unknown to the channel and a wrong signature are passed over.
     */
    public static List<Identity> validIdentities(List<SignedData> signatures, MspManager msps) {
        return validIdentities(signatures, msps, SignatureCheck.EVERY_TIME);
    }

    /** As {@link #validIdentities(List, MspManager)}, with signatures checked by {@code check}. */
    public static List<Identity> validIdentities(List<SignedData> signatures, MspManager msps, SignatureCheck check) {
        Set<String> seen = new HashSet<>();
        List<Identity> identities = new ArrayList<>(signatures.size());
        for (SignedData signature : signatures) {
            Identity identity;
            try {
                identity = msps.identity(signature.identity());
            } catch (IdentityException e) {
                continue;
            }
            if (!seen.contains(identity.identifier())
                    && check.holds(identity, signature.data(), signature.signature())) {
                seen.add(identity.identifier());
                identities.add(identity);
            }
        }
        return List.copyOf(identities);
    }
}
