package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.policy.SignedData;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Decides which transactions of a block are valid and what they change, as a Fabric peer with application capability V2_0
 * or later does. One per channel configuration. Nothing in the block's metadata is read.
 *
 * <p>{@link #prepare} checks signatures; it needs no state, is thread safe and takes most of the time, so callers may run
 * it ahead and in parallel. The rest is in block order on the caller's thread.
 */
public final class BlockValidator {
    private static final String CONFIG_NAMESPACE = "";
    private static final String CONFIG_KEY = "CHANNEL_CONFIG_ENV_BYTES";

    private final ChannelConfig config;
    private final WriteRule writeRule;
    private final SignatureCheck signatures;
    private final EnvelopeCheck envelopeCheck;
    private final CompiledPolicies policies;

    public BlockValidator(ChannelConfig config) {
        this(config, WriteRule.EVERYTHING);
    }

    public BlockValidator(ChannelConfig config, WriteRule writeRule) {
        this(config, writeRule, SignatureCheck.EVERY_TIME);
    }

    /** For a caller that remembers which signatures it has verified. */
    public BlockValidator(ChannelConfig config, SignatureCheck signatures) {
        this(config, WriteRule.EVERYTHING, signatures);
    }

    private BlockValidator(ChannelConfig config, WriteRule writeRule, SignatureCheck signatures) {
        this.config = config;
        this.writeRule = writeRule;
        this.signatures = signatures;
        this.envelopeCheck = new EnvelopeCheck(config, signatures);
        this.policies = new CompiledPolicies(config);
    }

    /** The same under another configuration. */
    public BlockValidator under(ChannelConfig newConfig) {
        return new BlockValidator(newConfig, writeRule, signatures);
    }

    public ChannelConfig config() {
        return config;
    }

    /** Checks one envelope and its endorsements' signatures. Thread safe. */
    public PreparedTransaction prepare(ByteString envelope) {
        TransactionParts parts = TransactionParts.of(envelope);
        TxValidationCode code = envelopeCheck.check(parts);
        boolean endorsed = code == TxValidationCode.VALID && parts.isEndorserTransaction();
        return new PreparedTransaction(parts, code, endorsed ? endorsers(parts) : List.of(), config);
    }

    private List<Identity> endorsers(TransactionParts parts) {
        ChaincodeEndorsedAction action = parts.actionPayload().orElseThrow().getAction();
        List<SignedData> endorsed = new ArrayList<>(action.getEndorsementsCount());
        for (Endorsement endorsement : action.getEndorsementsList()) {
            endorsed.add(new SignedData(
                    action.getProposalResponsePayload().concat(endorsement.getEndorser()),
                    endorsement.getEndorser(),
                    endorsement.getSignature()));
        }
        return SignedData.validIdentities(endorsed, config.msps(), signatures);
    }

    /** Validates a block whose transactions are not prepared yet. */
    public BlockDecision validate(Block block, StateView before, Predicate<String> isCommitted) {
        return validate(
                block, block.getData().getDataList().stream().map(this::prepare).toList(), before, isCommitted);
    }

    /**
     * Validates a block.
     *
     * @param prepared its transactions in order; what was prepared under another configuration is prepared anew
     * @param before the world state before the block
     * @param isCommitted whether a transaction id stands in an earlier block, whatever its code
     */
    public BlockDecision validate(
            Block block, List<PreparedTransaction> prepared, StateView before, Predicate<String> isCommitted) {
        long number = block.getHeader().getNumber();
        if (number == 0) {
            return genesis(block);
        }
        List<PreparedTransaction> transactions = prepared.stream()
                .map(one -> one.config() == config ? one : prepare(one.parts().bytes()))
                .toList();
        List<TxValidationCode> codes = new ArrayList<>(transactions.size());
        EndorsementCheck endorsementCheck = new EndorsementCheck(before, policies);
        Optional<ChannelConfig> newConfig = Optional.empty();
        for (PreparedTransaction transaction : transactions) {
            TxValidationCode code = transaction.code();
            if (code == TxValidationCode.VALID && transaction.parts().isConfig()) {
                newConfig = newConfig(transaction);
                code = newConfig.isPresent() ? code : TxValidationCode.INVALID_CONFIG_TRANSACTION;
            } else if (code == TxValidationCode.VALID) {
                code = isCommitted.test(transaction.parts().transactionId())
                        ? TxValidationCode.DUPLICATE_TXID
                        : endorsementCheck.check(transaction.parts(), transaction.endorsers());
            }
            codes.add(code);
        }
        markRepeated(transactions, codes);
        UpdateBatch updates = apply(number, transactions, before, codes);
        return new BlockDecision(codes, updates, newConfig);
    }

    /** Block 0 is trusted by its hash and holds the first configuration; nothing in it is validated. */
    private BlockDecision genesis(Block block) {
        UpdateBatch updates = new UpdateBatch();
        putConfig(TransactionParts.of(block.getData().getData(0)), new Version(0, 0), updates);
        return new BlockDecision(
                Collections.nCopies(block.getData().getDataCount(), TxValidationCode.VALID),
                updates,
                Optional.of(config));
    }

    /** The configuration that the block brings, if it may. A peer would stop at one that may not; here it is a code. */
    private Optional<ChannelConfig> newConfig(PreparedTransaction transaction) {
        try {
            return Optional.of(config.next(transaction.parts().bytes()));
        } catch (InvalidChannelException e) {
            return Optional.empty();
        }
    }

    /** Of transactions with one id that are valid so far, only the first stays so. */
    private static void markRepeated(List<PreparedTransaction> transactions, List<TxValidationCode> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            boolean counts = codes.get(i) == TxValidationCode.VALID
                    && transactions.get(i).parts().isEndorserTransaction();
            if (counts && !seen.add(transactions.get(i).parts().transactionId())) {
                codes.set(i, TxValidationCode.DUPLICATE_TXID);
            }
        }
    }

    private UpdateBatch apply(
            long number, List<PreparedTransaction> transactions, StateView before, List<TxValidationCode> codes) {
        UpdateBatch updates = new UpdateBatch();
        MvccCheck mvcc = new MvccCheck(before, updates);
        WriteSetApplication application = new WriteSetApplication(before, updates);
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) != TxValidationCode.VALID) {
                continue;
            }
            TransactionParts parts = transactions.get(i).parts();
            Version version = new Version(number, i);
            if (parts.isConfig()) {
                putConfig(parts, version, updates);
                continue;
            }
            ReadWriteSets sets = parts.results().orElseThrow();
            codes.set(i, isStorable(sets) ? mvcc.check(sets) : TxValidationCode.INVALID_WRITESET);
            if (codes.get(i) == TxValidationCode.VALID) {
                application.apply(sets, version);
            }
        }
        return updates;
    }

    private boolean isStorable(ReadWriteSets sets) {
        return sets.namespaces().stream()
                .map(NamespaceReadWrites::publicSet)
                .flatMap(set -> set.getWritesList().stream())
                .allMatch(write -> writeRule.accepts(write.getKey(), write.getValue()));
    }

    static void putConfig(TransactionParts parts, Version version, UpdateBatch updates) {
        parts.payload()
                .ifPresent(payload -> updates.put(
                        CONFIG_NAMESPACE, CONFIG_KEY, payload.getData(), Collections.emptySortedMap(), version));
    }
}
