package org.countyledger.embedded.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.KeyedValue;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.junit.jupiter.api.Test;

/** Keys of all planes stand in the order of their UTF-8 bytes, which is not that of Java's strings. */
final class KeyOrderPropertyTest {
    private static final long SEED = 20_261_124;
    private static final Version FIRST = new Version(1, 0);
    /** Full-width letters sort after supplementary characters in UTF-16, before them in UTF-8. */
    private static final List<String> AWKWARD =
            List.of("\uFF21", "\uFF21\uFF22", "\uD83D\uDE00", "\uDBFF\uDFFF", "\uE000");

    private final Random random = new Random(SEED);

    private Set<String> keys(int count) {
        Set<String> keys = new TreeSet<>(AWKWARD);
        while (keys.size() < count) {
            StringBuilder key = new StringBuilder();
            int length = 1 + random.nextInt(4);
            for (int i = 0; i < length; i++) {
                key.appendCodePoint(codePoint());
            }
            keys.add(key.toString());
        }
        return keys;
    }

    private int codePoint() {
        return switch (random.nextInt(5)) {
            case 0 -> 1 + random.nextInt(0x7f);
            case 1 -> 0x80 + random.nextInt(0x780);
            case 2 -> 0x4e00 + random.nextInt(0x5000);
            case 3 -> 0xff01 + random.nextInt(0x5e);
            default -> 0x10000 + random.nextInt(0x100000);
        };
    }

    private static int compareBytes(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> shuffled(Set<String> keys) {
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    @Test
    void readsWritesAndScansFollowTheBytes() throws Exception {
        Set<String> keys = keys(400);
        List<String> expected = new ArrayList<>(keys);
        expected.sort(KeyOrderPropertyTest::compareBytes);
        assertThat(expected).isNotEqualTo(new ArrayList<>(keys));
        TestState state = new TestState();
        shuffled(keys).forEach(key -> state.put("cc", key, "v", FIRST));
        TxSimulator simulator = new TxSimulator("tx", state.peerState());

        for (String key : shuffled(keys)) {
            simulator.get("cc", key);
            simulator.put("cc", key, ByteString.copyFromUtf8("new"));
        }
        List<String> scanned = scan(simulator, "", "");

        KVRWSet set = KVRWSet.parseFrom(simulator.results().getNsRwset(0).getRwset());
        assertThat(set.getReadsList()).extracting(KVRead::getKey).isEqualTo(expected);
        assertThat(set.getWritesList()).extracting(KVWrite::getKey).isEqualTo(expected);
        assertThat(scanned).isEqualTo(expected);
    }

    @Test
    void boundsOfAScanAreBytesToo() {
        List<String> keys = new ArrayList<>(keys(200));
        TestState state = new TestState();
        keys.forEach(key -> state.put("cc", key, "v", FIRST));
        TxSimulator simulator = new TxSimulator("tx", state.peerState());

        for (int i = 0; i < 100; i++) {
            String start = keys.get(random.nextInt(keys.size()));
            String end = keys.get(random.nextInt(keys.size()));
            List<String> expected = keys.stream()
                    .filter(key -> compareBytes(key, start) >= 0 && compareBytes(key, end) < 0)
                    .sorted(KeyOrderPropertyTest::compareBytes)
                    .toList();
            assertThat(scan(simulator, start, end)).isEqualTo(expected);
        }
    }

    @Test
    void fullWidthKeyIsInsideTheRangeOfACompositeKey() {
        String prefix = "\u0000kind\u0000";
        TestState state = new TestState().put("cc", prefix + "\uFF21\u0000", "v", FIRST);
        TxSimulator simulator = new TxSimulator("tx", state.peerState());

        assertThat(scan(simulator, prefix, prefix + "\uDBFF\uDFFF")).containsExactly(prefix + "\uFF21\u0000");
    }

    private static List<String> scan(TxSimulator simulator, String start, String end) {
        List<String> found = new ArrayList<>();
        RangeScan scan = simulator.range("cc", start, end);
        Optional<KeyedValue> next = scan.next();
        while (next.isPresent()) {
            found.add(next.get().key());
            next = scan.next();
        }
        return found;
    }
}
