package org.countyledger.ledger;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.countyledger.ledger.ReplayReport.Difference;
import org.countyledger.ledger.ReplayReport.Kind;
import org.countyledger.ledger.ReplayReport.Problem;
import org.countyledger.ledger.SignatureAhead.Checked;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.BlockSignatures;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.state.InMemoryState;
import org.countyledger.ledger.validation.BlockDecision;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.CommitHash;
import org.countyledger.ledger.validation.HashExpiry;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Where a replay stands: the state after the blocks so far, and what was found. */
final class ReplayState {
    private static final int MAX_PROBLEMS = 100;

    private final Optional<ByteString> trustedGenesis;
    private final InMemoryState state = new InMemoryState();
    private final HashExpiry expiry = new HashExpiry();
    private final Set<String> transactionIds = new HashSet<>();
    private final Map<TxValidationCode, Long> computed = new EnumMap<>(TxValidationCode.class);
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Difference> firstDifference = Optional.empty();
    private Optional<BlockValidator> validator = Optional.empty();
    private ByteString headerHash = ByteString.EMPTY;
    private ByteString commitHash = ByteString.EMPTY;
    private long blocks;
    private long transactions;
    private long codesAgreed;
    private long codesRecorded;
    private long commitHashesAgreed;
    private long commitHashesRecorded;

    ReplayState(Optional<ByteString> trustedGenesis) {
        this.trustedGenesis = trustedGenesis;
    }

    Optional<BlockValidator> validator() {
        return validator;
    }

    long blocks() {
        return blocks;
    }

    long transactions() {
        return transactions;
    }

    void unreadable(long block, String sentence) {
        problem(Kind.UNREADABLE, block, sentence);
    }

    /** Replays one block; false where the chain cannot be followed further. */
    boolean replay(SignatureAhead.Ready ready) {
        Block block = ready.block();
        long number = block.getHeader().getNumber();
        if (number != blocks) {
            problem(Kind.BLOCK_NUMBER, number, "expected block number " + blocks + ", found " + number);
            return false;
        }
        checkHashes(block);
        if (number == 0 && !begin(block)) {
            return false;
        }
        BlockValidator current = validator.orElseThrow();
        Checked checked = ready.checked()
                .filter(done -> done.config() == current.config())
                .orElseGet(() -> check(block, current));
        checkForm(block, checked.transactions());
        if (number > 0) {
            checked.ordererProblem()
                    .ifPresent(reason -> problem(
                            Kind.ORDERER_SIGNATURES, number, "the orderers' signatures do not hold: " + reason));
        }
        BlockDecision decision = current.validate(block, checked.transactions(), state, transactionIds::contains);
        compareCodes(block, decision);
        if (number > 0) {
            commitHash = CommitHash.next(commitHash, decision.transactionsFilter(), decision.updates());
            compareCommitHash(block);
        }
        expiry.expire(number, decision.updates(), state);
        state.apply(decision.updates());
        decision.newConfig()
                .filter(config -> config != current.config())
                .ifPresent(config -> validator = Optional.of(new BlockValidator(config)));
        checked.transactions()
                .forEach(transaction -> transactionIds.add(transaction.parts().transactionId()));
        headerHash = BlockHashes.headerHash(block.getHeader());
        blocks++;
        transactions += decision.codes().size();
        return true;
    }

    private boolean begin(Block block) {
        ByteString hash = BlockHashes.headerHash(block.getHeader());
        if (trustedGenesis.isPresent() && !trustedGenesis.get().equals(hash)) {
            problem(
                    Kind.PREVIOUS_HASH,
                    0,
                    "block 0 is not the trusted one: expected header hash " + Sha256.hex(trustedGenesis.get())
                            + ", found " + Sha256.hex(hash));
            return false;
        }
        try {
            validator = Optional.of(new BlockValidator(ChannelConfig.of(block)));
            return true;
        } catch (InvalidChannelException e) {
            problem(Kind.UNREADABLE, 0, "no usable channel configuration: " + e.getMessage());
            return false;
        }
    }

    private void checkHashes(Block block) {
        long number = block.getHeader().getNumber();
        if (!block.getHeader().getPreviousHash().equals(headerHash)) {
            problem(
                    Kind.PREVIOUS_HASH,
                    number,
                    "previous hash expected " + Sha256.hex(headerHash) + ", found "
                            + Sha256.hex(block.getHeader().getPreviousHash()));
        }
        ByteString dataHash = BlockHashes.dataHash(block.getData());
        if (!block.getHeader().getDataHash().equals(dataHash)) {
            problem(
                    Kind.DATA_HASH,
                    number,
                    "data hash expected " + Sha256.hex(dataHash) + ", found "
                            + Sha256.hex(block.getHeader().getDataHash()));
        }
    }

    private static Checked check(Block block, BlockValidator validator) {
        List<PreparedTransaction> prepared =
                block.getData().getDataList().stream().map(validator::prepare).toList();
        return new Checked(validator.config(), prepared, BlockSignatures.problem(block, validator.config()));
    }

    /** The data hash joins envelopes without lengths, so each must have the one form that its content has. */
    private void checkForm(Block block, List<PreparedTransaction> transactions) {
        if (transactions.size() == 1 && transactions.get(0).parts().isConfig()) {
            return;
        }
        for (int i = 0; i < transactions.size(); i++) {
            TransactionParts parts = transactions.get(i).parts();
            Optional<Envelope> envelope = parts.envelope();
            boolean canonical = envelope.isPresent()
                    && !envelope.get().getPayload().isEmpty()
                    && !envelope.get().getSignature().isEmpty()
                    && envelope.get().toByteString().equals(parts.bytes());
            if (!canonical) {
                problem(
                        Kind.ENVELOPE_FORM,
                        block.getHeader().getNumber(),
                        "transaction " + i + " is not in the form that orderers accept");
            }
        }
    }

    private void compareCodes(Block block, BlockDecision decision) {
        List<TxValidationCode> recorded = BlockMetadataParts.recordedCodes(block);
        boolean isRecorded = !BlockMetadataParts.transactionsFilter(block).isEmpty();
        for (int i = 0; i < decision.codes().size(); i++) {
            TxValidationCode expected = decision.codes().get(i);
            computed.merge(expected, 1L, Long::sum);
            if (isRecorded) {
                codesRecorded++;
            }
            if (isRecorded && recorded.get(i) == expected) {
                codesAgreed++;
            } else if (isRecorded) {
                difference(new Difference(
                        Kind.VALIDATION_CODE,
                        block.getHeader().getNumber(),
                        i,
                        TransactionParts.of(block.getData().getData(i)).transactionId(),
                        expected.name(),
                        recorded.get(i).name()));
            }
        }
    }

    private void compareCommitHash(Block block) {
        Optional<ByteString> recorded = BlockMetadataParts.commitHash(block);
        if (recorded.isEmpty()) {
            return;
        }
        commitHashesRecorded++;
        if (recorded.get().equals(commitHash)) {
            commitHashesAgreed++;
        } else {
            difference(new Difference(
                    Kind.COMMIT_HASH,
                    block.getHeader().getNumber(),
                    -1,
                    "",
                    Sha256.hex(commitHash),
                    Sha256.hex(recorded.get())));
        }
    }

    private void difference(Difference difference) {
        if (firstDifference.isEmpty()) {
            firstDifference = Optional.of(difference);
        }
    }

    private void problem(Kind kind, long block, String sentence) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(kind, block, sentence));
        }
    }

    ReplayReport report(Duration elapsed) {
        return new ReplayReport(
                validator.map(current -> current.config().channelId()).orElse(""),
                blocks,
                transactions,
                codesAgreed,
                codesRecorded,
                commitHashesAgreed,
                commitHashesRecorded,
                new TreeMap<>(computed),
                firstDifference,
                problems,
                Sha256.hex(headerHash),
                elapsed);
    }
}
