package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.ledger.ReplayReport;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.state.KeyedValue;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A random workload with conflicts, seen afterwards from its block file alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
    private static final long SEED = 20_260_301;
    private static final int ROUNDS = 25;

    private final Path directory;
    private final NavigableMap<String, String> live = new TreeMap<>(KeyOrder.UTF8);
    private List<Block> chain = List.of();

    ReplayTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    void run() throws Exception {
        try (ThrowawayNetwork network = Workload.network().directory(directory).start();
                Client client = Client.of(network, "CivilAffairsMSP")) {
            Workload workload = new Workload(SEED, client);
            for (int i = 0; i < ROUNDS; i++) {
                workload.round();
            }
            chain = Blocks.all(network.ledger());
            try (StateSnapshot state = network.ledger().state()) {
                Iterator<KeyedValue> entries = state.range("keys", "", "");
                entries.forEachRemaining(
                        entry -> live.put(entry.key(), entry.value().value().toStringUtf8()));
            }
        }
    }

    private Path channel() {
        return LedgerFiles.channelDirectory(directory, "county");
    }

    @Test
    void theWorkloadMetEveryKindOfRefusal() {
        Set<TxValidationCode> codes = EnumSet.noneOf(TxValidationCode.class);
        chain.forEach(block -> codes.addAll(BlockMetadataParts.recordedCodes(block)));

        assertThat(codes)
                .contains(
                        TxValidationCode.VALID,
                        TxValidationCode.MVCC_READ_CONFLICT,
                        TxValidationCode.PHANTOM_READ_CONFLICT,
                        TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void validTransactionsOneAfterAnotherLeadToTheSameState() throws Exception {
        assertThat(Workload.serially(chain)).isEqualTo(live);
    }

    @Test
    void anAuditorsReplayOfTheBlockFileAgreesOnEveryCodeAndHash() throws Exception {
        ReplayReport report = ChainReplay.run(channel().resolve("blocks_000000"), ChainReplay.Progress.NONE);

        assertThat(report.problems()).isEmpty();
        assertThat(report.firstDifference()).isEmpty();
        assertThat(report.commitHashesAgreed()).isEqualTo(chain.size() - 1);
    }

    @Test
    void anIndexThatIsGoneIsBuiltAgainAsItWas() throws Exception {
        LedgerContents before = contents();
        Files.delete(channel().resolve("index.mv"));

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anIndexThatCannotBeReadIsBuiltAgainAsItWas() throws Exception {
        LedgerContents before = contents();
        Files.writeString(channel().resolve("index.mv"), "this is no index");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anIndexOfALongerChainIsBuiltAgainForTheBlocksThatAreThere() throws Exception {
        Path blocks = channel().resolve("blocks_000000");
        byte[] whole = Files.readAllBytes(blocks);
        try {
            Files.write(blocks, Arrays.copyOf(whole, whole.length - 1));

            assertThat(contents().height()).isEqualTo(chain.size() - 1);
        } finally {
            Files.write(blocks, whole);
        }
        assertThat(contents().height()).isEqualTo(chain.size());
    }

    private LedgerContents contents() {
        try (LedgerFiles files = LedgerFiles.open(directory, "county", ThrowawayNetwork.COUNTY)) {
            return LedgerContents.of(files);
        }
    }
}
