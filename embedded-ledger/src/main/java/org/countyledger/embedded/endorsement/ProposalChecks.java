package org.countyledger.embedded.endorsement;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.IdentityException;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.policy.SignedData;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.HeaderType;

/** Who may propose what, in Fabric's order of checks and with its texts; the same for all peers of the channel. */
public final class ProposalChecks {
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);
    private static final Set<Integer> TYPES = Set.of(HeaderType.ENDORSER_TRANSACTION_VALUE, HeaderType.CONFIG_VALUE);

    private final ChannelConfig channel;
    private final AccessControl access;
    private final BlockStore blocks;
    private final SignatureCheck signatures;

    public ProposalChecks(ChannelConfig channel, AccessControl access, SignatureCheck signatures, BlockStore blocks) {
        this.channel = channel;
        this.access = access;
        this.signatures = signatures;
        this.blocks = blocks;
    }

    /** Why the filters in front of the endorser refuse: an expired creator, or a clock too far from ours. */
    Optional<String> filterRefusal(UnpackedProposal proposal, Instant now) {
        try {
            Identity creator =
                    channel.msps().identity(proposal.signatureHeader().getCreator());
            if (creator.expiresAt().isBefore(now)) {
                return Optional.of("proposal client identity expired");
            }
        } catch (IdentityException e) {
            // Nobody's identity does not expire; it is refused below.
        }
        var sent = proposal.channelHeader().getTimestamp();
        Instant timestamp = Instant.ofEpochSecond(sent.getSeconds(), sent.getNanos());
        if (Duration.between(timestamp, now).abs().compareTo(TIME_WINDOW) > 0) {
            return Optional.of("request unauthorized due to incorrect timestamp "
                    + timestamp.truncatedTo(ChronoUnit.SECONDS) + ", peer time "
                    + now.truncatedTo(ChronoUnit.SECONDS) + ", peer.authentication.timewindow 15m0s");
        }
        return Optional.empty();
    }

    void checkAuthentic(UnpackedProposal proposal) throws ProposalRefusedException {
        ByteString creator = proposal.signatureHeader().getCreator();
        ByteString nonce = proposal.signatureHeader().getNonce();
        int type = proposal.channelHeader().getType();
        if (!TYPES.contains(type)) {
            throw invalid("invalid header type " + HeaderType.forNumber(type));
        }
        if (proposal.channelHeader().getEpoch() != 0) {
            throw invalid("epoch is non-zero");
        }
        if (nonce.isEmpty()) {
            throw invalid("nonce is empty");
        }
        if (creator.isEmpty()) {
            throw invalid("creator is empty");
        }
        String expected = Sha256.hex(Sha256.of(nonce, creator));
        if (!proposal.transactionId().equals(expected)) {
            throw invalid(
                    "incorrectly computed txid '" + proposal.transactionId() + "' -- expected '" + expected + "'");
        }
        if (proposal.signed().getSignature().isEmpty()) {
            throw invalid("empty signature bytes");
        }
        checkCreator(proposal, creator);
        if (blocks.contains(proposal.transactionId())) {
            throw new ProposalRefusedException("duplicate transaction found [" + proposal.transactionId()
                    + "]. Creator [" + Sha256.hex(creator) + "]");
        }
    }

    private void checkCreator(UnpackedProposal proposal, ByteString serialized) throws ProposalRefusedException {
        String denied = "access denied: channel [" + channel.channelId() + "] creator org ";
        Identity creator;
        try {
            creator = channel.msps().identity(serialized);
        } catch (IdentityException e) {
            throw invalid(denied + "unknown, creator is malformed");
        }
        boolean holds = creator.isValid()
                && signatures.holds(
                        creator,
                        proposal.signed().getProposalBytes(),
                        proposal.signed().getSignature());
        if (!holds) {
            throw invalid(denied + "[" + creator.mspId() + "]");
        }
    }

    private static ProposalRefusedException invalid(String text) {
        return new ProposalRefusedException("error validating proposal: " + text);
    }

    /** Why the rule of a resource refuses the creator; the signature was found good before. */
    Optional<String> accessRefusal(UnpackedProposal proposal, String resource) {
        SignedData signed = new SignedData(
                proposal.signed().getProposalBytes(),
                proposal.signatureHeader().getCreator(),
                proposal.signed().getSignature());
        return access.refusal(resource, signed);
    }
}
