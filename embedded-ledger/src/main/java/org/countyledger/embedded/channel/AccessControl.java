package org.countyledger.embedded.channel;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.policy.SignedData;

/** Who may use a resource such as {@code event/Block}: the policy its rule names, Readers where there is none. */
public final class AccessControl {
    public static final String READERS = "/Channel/Application/Readers";
    public static final String CHANNEL_READERS = "/Channel/Readers";
    public static final String CHANNEL_WRITERS = "/Channel/Writers";

    private final ChannelConfig channel;

    public AccessControl(ChannelConfig channel) {
        this.channel = channel;
    }

    /** Whether a signature is an identity's over a message. */
    public interface Verifier {
        boolean holds(Identity identity, ByteString message, ByteString signature);
    }

    /** Why the signer may not use the resource, in Fabric's words; empty where it may. */
    public Optional<String> refusal(String resource, SignedData signed) {
        return refusal(resource, signed, Identity::verify);
    }

    /** As {@link #refusal(String, SignedData)}, for a caller that remembers what it has verified. */
    public Optional<String> refusal(String resource, SignedData signed, Verifier verifier) {
        String path = channel.accessRule(resource).orElse(READERS);
        return policyRefusal(path, signed, verifier)
                .map(reason -> "Failed evaluating policy on signed data during check policy on channel ["
                        + channel.channelId() + "] with policy [" + path + "]: [" + reason + "]");
    }

    /** Why the signer does not satisfy a channel policy, in the words of the policy alone. */
    public Optional<String> policyRefusal(String path, SignedData signed) {
        return policyRefusal(path, signed, Identity::verify);
    }

    private Optional<String> policyRefusal(String path, SignedData signed, Verifier verifier) {
        return channel.policies().policyOrReject(path).refusal(signers(signed, verifier));
    }

    private List<Identity> signers(SignedData signed, Verifier verifier) {
        try {
            Identity signer = channel.msps().identity(signed.identity());
            return verifier.holds(signer, signed.data(), signed.signature()) ? List.of(signer) : List.of();
        } catch (IdentityException e) {
            return List.of();
        }
    }
}
