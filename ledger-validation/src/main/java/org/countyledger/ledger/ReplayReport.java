package org.countyledger.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What a replay found.
 *
 * @param channelId the channel, empty where not even block 0 could be read
 * @param codesAgreed transactions for which the recorded validation code is the computed one
 * @param codesRecorded transactions for which a code is recorded
 * @param commitHashesAgreed blocks whose recorded COMMIT_HASH is the computed one
 * @param commitHashesRecorded blocks that record one; a peer does from block 1 on
 * @param computed how many transactions got which code here
 * @param firstDifference the first code or commit hash that differs
 * @param problems what is wrong with hashes, links and orderers' signatures, and why the replay ended early if it did
 * @param lastHeaderHash hash of the last block's header in hex, to be compared with another copy of the chain
 */
public record ReplayReport(
        String channelId,
        long blocks,
        long transactions,
        long codesAgreed,
        long codesRecorded,
        long commitHashesAgreed,
        long commitHashesRecorded,
        SortedMap<TxValidationCode, Long> computed,
        Optional<Difference> firstDifference,
        List<Problem> problems,
        String lastHeaderHash,
        Duration elapsed) {
    public ReplayReport {
        problems = List.copyOf(problems);
    }

    /** What a difference or a problem is about. */
    public enum Kind {
        VALIDATION_CODE,
        COMMIT_HASH,
        BLOCK_NUMBER,
        PREVIOUS_HASH,
        DATA_HASH,
        ENVELOPE_FORM,
        ORDERER_SIGNATURES,
        UNREADABLE
    }

    /**
     * A recorded outcome that is not the computed one.
     *
     * @param transaction index in the block, -1 for a commit hash
     * @param transactionId empty for a commit hash
     * @param expected as computed here
     * @param found as recorded
     */
    public record Difference(
            Kind kind, long block, int transaction, String transactionId, String expected, String found) {
        @Override
        public String toString() {
            return transaction < 0
                    ? "block %d: commit hash expected %s, found %s".formatted(block, expected, found)
                    : "block %d transaction %d %s: expected %s, found %s"
                            .formatted(block, transaction, transactionId, expected, found);
        }
    }

    /** A block that is not what it should be, whatever its transactions are. */
    public record Problem(Kind kind, long block, String sentence) {
        @Override
        public String toString() {
            return "block %d: %s".formatted(block, sentence);
        }
    }

    /** Whether everything recorded agrees and nothing is wrong with the chain. */
    public boolean agrees() {
        return blocks > 0 && firstDifference.isEmpty() && problems.isEmpty();
    }

    public double transactionsPerSecond() {
        return elapsed.isZero() ? 0 : transactions * 1e9 / elapsed.toNanos();
    }
}
