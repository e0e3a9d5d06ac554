package org.countyledger.embedded.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.validation.MvccCheck;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a range query leaves in the read set, and that validation finds it unchanged, changed, shorter and longer. */
final class RangeReadsTest {
    private static final Version FIRST = new Version(2, 0);

    private final TestState state = new TestState();
    private final TxSimulator simulator = new TxSimulator("tx", state.peerState());

    private static String key(int i) {
        return "k%05d".formatted(i);
    }

    private void fill(int keys) {
        for (int i = 0; i < keys; i++) {
            state.put("cc", key(i), "v" + i, FIRST);
        }
    }

    private static int drain(RangeScan scan) {
        int taken = 0;
        while (scan.next().isPresent()) {
            taken++;
        }
        return taken;
    }

    private List<RangeQueryInfo> ranges(TxReadWriteSet results) throws InvalidProtocolBufferException {
        return KVRWSet.parseFrom(results.getNsRwset(0).getRwset()).getRangeQueriesInfoList();
    }

    @Test
    void emptyRangeRecordsItsEndAndNeitherReadsNorHashes() throws Exception {
        drain(simulator.range("cc", "a", "b"));

        assertThat(ranges(simulator.results()))
                .containsExactly(RangeQueryInfo.newBuilder()
                        .setStartKey("a")
                        .setEndKey("b")
                        .setItrExhausted(true)
                        .build());
    }

    @Test
    void rangeThatIsNotReadToItsEndEndsAtTheLastKeyFetched() throws Exception {
        fill(5);
        RangeScan scan = simulator.range("cc", "k", "l");
        scan.next();
        scan.next();

        RangeQueryInfo info = ranges(simulator.results()).getFirst();
        assertThat(info.getItrExhausted()).isFalse();
        assertThat(info.getEndKey()).isEqualTo(key(1));
        assertThat(info.getRawReads().getKvReadsList())
                .extracting(read -> read.getKey())
                .containsExactly(key(0), key(1));
    }

    @Test
    void fiftyResultsAreRecordedAsTheyAreAndOneMoreAsATree() throws Exception {
        fill(51);
        drain(simulator.range("cc", "", key(50)));
        drain(simulator.range("cc", "", ""));

        List<RangeQueryInfo> infos = ranges(simulator.results());
        assertThat(infos.get(0).getRawReads().getKvReadsCount()).isEqualTo(50);
        assertThat(infos.get(1).hasRawReads()).isFalse();
        assertThat(infos.get(1).getReadsMerkleHashes().getMaxDegree()).isEqualTo(50);
        assertThat(infos.get(1).getReadsMerkleHashes().getMaxLevel()).isEqualTo(1);
        assertThat(infos.get(1).getReadsMerkleHashes().getMaxLevelHashesCount()).isEqualTo(1);
    }

    @Test
    void equalQueriesAreRecordedOnceInOrderOfTheirCreation() throws Exception {
        fill(3);
        RangeScan second = simulator.range("cc", "b", "c");
        RangeScan first = simulator.range("cc", "a", "z");
        drain(first);
        drain(second);
        drain(simulator.range("cc", "a", "z"));

        assertThat(ranges(simulator.results()))
                .extracting(RangeQueryInfo::getStartKey)
                .containsExactly("b", "a");
    }

    @Test
    void resultsOfARangeAreNotAlsoReads() throws Exception {
        fill(3);
        drain(simulator.range("cc", "", ""));

        assertThat(KVRWSet.parseFrom(simulator.results().getNsRwset(0).getRwset())
                        .getReadsList())
                .isEmpty();
    }

    @Test
    void pageRecordsItsResultsAndNotTheKeyOfItsBookmark() throws Exception {
        fill(5);
        RangeScan scan = simulator.pagedRange("cc", "", "");
        scan.next();
        scan.next();

        assertThat(scan.bookmark()).isEqualTo(key(2));
        RangeQueryInfo info = ranges(simulator.results()).getFirst();
        assertThat(info.getEndKey()).isEqualTo(key(1));
        assertThat(info.getRawReads().getKvReadsCount()).isEqualTo(2);
    }

    @Test
    void lastPageHasNoBookmark() throws Exception {
        fill(2);
        RangeScan scan = simulator.pagedRange("cc", "", "");
        drain(scan);

        assertThat(scan.bookmark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 50, 51, 52, 101, 2_601, 2_602})
    void validationFindsWhatHappenedToARange(int keys) throws Exception {
        fill(keys);
        assertThat(drain(simulator.range("cc", "", ""))).isEqualTo(keys);
        ReadWriteSets sets = ReadWriteSets.parse(simulator.results());

        assertThat(conflict(sets)).isFalse();
        state.put("cc", key(keys), "one more", FIRST);
        assertThat(conflict(sets)).isTrue();
        if (keys > 0) {
            TestState changed = new TestState();
            for (KeyedValue entry : entries(keys)) {
                changed.put("cc", entry.key(), "v", entry.value().version());
            }
            assertThat(conflict(sets, changed)).isFalse();
            changed.put("cc", key(keys / 2), "v", new Version(9, 9));
            assertThat(conflict(sets, changed)).isTrue();
        }
    }

    private List<KeyedValue> entries(int keys) {
        List<KeyedValue> entries = new ArrayList<>();
        state.snapshot().range("cc", "", key(keys)).forEachRemaining(entries::add);
        return entries;
    }

    private boolean conflict(ReadWriteSets sets) {
        return conflict(sets, state);
    }

    private static boolean conflict(ReadWriteSets sets, TestState against) {
        return new MvccCheck(against.snapshot(), new UpdateBatch()).check(sets) != TxValidationCode.VALID;
    }
}
