package org.countyledger.embedded.channel;

import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.policy.SignedData;

/** Who may use a resource such as {@code event/Block}: the policy its rule names, Readers where there is none. */
public final class AccessControl {
    public static final String READERS = "/Channel/Application/Readers";
    public static final String CHANNEL_READERS = "/Channel/Readers";
    public static final String CHANNEL_WRITERS = "/Channel/Writers";

    private final ChannelConfig channel;
    private final SignatureCheck signatures;

    public AccessControl(ChannelConfig channel, SignatureCheck signatures) {
        this.channel = channel;
        this.signatures = signatures;
    }

    /** The signer, known to the channel or not valid at all. */
    public Identity identity(SignedData signed) throws IdentityException {
        return channel.msps().identity(signed.identity());
    }

    /** Why the signer may not use the resource, in Fabric's words; empty where it may. */
    public Optional<String> refusal(String resource, SignedData signed) {
        String path = channel.accessRule(resource).orElse(READERS);
        return policyRefusal(path, signed)
                .map(reason -> "Failed evaluating policy on signed data during check policy on channel ["
                        + channel.channelId() + "] with policy [" + path + "]: [" + reason + "]");
    }

    /** Why the signer does not satisfy a channel policy, in the words of the policy alone. */
    public Optional<String> policyRefusal(String path, SignedData signed) {
        return channel.policies().policyOrReject(path).refusal(signers(signed));
    }

    private List<Identity> signers(SignedData signed) {
        try {
            Identity signer = identity(signed);
            return signatures.holds(signer, signed.data(), signed.signature()) ? List.of(signer) : List.of();
        } catch (IdentityException e) {
            return List.of();
        }
    }
}
