package org.countyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countyledger.ledger.block.BlockReader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ChainReplayTest {
    @Test
    void theBundledChainOfARealBftNetworkReplaysWithEveryCodeAndCommitHashEqual() throws IOException {
        try (BlockReader reader = RecordedChains.bundled()) {
            ReplayReport report = ChainReplay.run(reader, Optional.empty(), ChainReplay.Progress.NONE, 2);

            print("bft.blocks.gz", report);
            assertThat(report.problems()).isEmpty();
            assertThat(report.firstDifference()).isEmpty();
            assertThat(report.blocks()).isEqualTo(206);
            assertThat(report.computed())
                    .isEqualTo(Map.of(
                            TxValidationCode.VALID, 490L,
                            TxValidationCode.ENDORSEMENT_POLICY_FAILURE, 6L,
                            TxValidationCode.MVCC_READ_CONFLICT, 3L,
                            TxValidationCode.INVALID_CHAINCODE, 1L));
            assertThat(report.codesAgreed()).isEqualTo(report.codesRecorded()).isEqualTo(500);
            assertThat(report.commitHashesAgreed())
                    .isEqualTo(report.commitHashesRecorded())
                    .isEqualTo(205);
            assertThat(report.lastHeaderHash()).startsWith("998a803e").endsWith("2912");
        }
    }

    @Test
    void aRaftChainReplaysWithEveryCodeAndCommitHashEqual() throws IOException {
        ReplayReport report = replayShared("raft.blocks.gz");

        assertThat(report.blocks()).isEqualTo(112);
        assertThat(report.computed())
                .isEqualTo(Map.of(
                        TxValidationCode.VALID, 114L,
                        TxValidationCode.ENDORSEMENT_POLICY_FAILURE, 5L,
                        TxValidationCode.MVCC_READ_CONFLICT, 2L,
                        TxValidationCode.DUPLICATE_TXID, 5L));
        assertThat(report.lastHeaderHash()).startsWith("2e8cc821").endsWith("04d9");
    }

    @Test
    void theChainOfTheCountysDesignReplaysWithEveryCodeAndCommitHashEqual() throws IOException {
        ReplayReport report = replayShared("design.blocks.gz");

        assertThat(report.blocks()).isEqualTo(145);
        assertThat(report.computed())
                .isEqualTo(Map.of(
                        TxValidationCode.VALID, 150L,
                        TxValidationCode.ENDORSEMENT_POLICY_FAILURE, 3L));
        assertThat(report.lastHeaderHash()).startsWith("c8d9bc32").endsWith("caac");
    }

    private static void print(String name, ReplayReport report) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d blocks, %d transactions, %d of %d codes and %d of %d commit hashes equal, %.0f transactions/s%n",
                name,
                report.blocks(),
                report.transactions(),
                report.codesAgreed(),
                report.codesRecorded(),
                report.commitHashesAgreed(),
                report.commitHashesRecorded(),
                report.transactionsPerSecond());
    }

    private static ReplayReport replayShared(String name) throws IOException {
        Optional<Path> file = RecordedChains.shared(name);
        if (file.isEmpty()) {
            System.out.println("skipped: " + name + " is not there (../shared/data/fabric-chains beside the project)");
        }
        Assumptions.assumeTrue(file.isPresent(), name + " is not beside the project");
        ReplayReport report = ChainReplay.run(file.orElseThrow(), ChainReplay.Progress.NONE);
        print(name, report);
        assertThat(report.problems()).isEmpty();
        assertThat(report.firstDifference()).isEmpty();
        assertThat(report.codesAgreed()).isEqualTo(report.codesRecorded()).isEqualTo(report.transactions());
        assertThat(report.commitHashesAgreed())
                .isEqualTo(report.commitHashesRecorded())
                .isEqualTo(report.blocks() - 1);
        return report;
    }
}
