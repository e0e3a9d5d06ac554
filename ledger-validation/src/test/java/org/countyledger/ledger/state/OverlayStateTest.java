package org.countyledger.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.countyledger.ledger.rwset.Version;
import org.junit.jupiter.api.Test;

class OverlayStateTest {
    private static final ByteString VALUE = ByteString.copyFromUtf8("v");

    private static List<KeyedValue> list(Iterator<KeyedValue> results) {
        List<KeyedValue> list = new ArrayList<>();
        results.forEachRemaining(list::add);
        return list;
    }

    @Test
    void aRangeOverCommittedAndWrittenKeysIsThatOfTheStateAfterTheWrites() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            InMemoryState committed = new InMemoryState();
            InMemoryState after = new InMemoryState();
            UpdateBatch base = randomBatch(random, 1);
            UpdateBatch written = randomBatch(random, 2);
            committed.apply(base);
            after.apply(base);
            after.apply(written);
            String start = key(random);
            String end = random.nextInt(4) == 0 ? "" : key(random);
            OverlayState overlay = new OverlayState(committed, written);
            assertThat(list(overlay.range("n", start, end))).isEqualTo(list(after.range("n", start, end)));
            assertThat(overlay.get("n", start)).isEqualTo(after.get("n", start));
        }
    }

    private static UpdateBatch randomBatch(Random random, long block) {
        UpdateBatch batch = new UpdateBatch();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(3) == 0) {
                batch.delete("n", key(random), new Version(block, i));
            } else {
                batch.put("n", key(random), VALUE, Collections.emptySortedMap(), new Version(block, i));
            }
        }
        return batch;
    }

    private static String key(Random random) {
        String[] keys = {"a", "b", "c", "\uff21", "\uff21a", Character.toString(0x1f600), "县", "县民", "z", "zz"};
        return keys[random.nextInt(keys.length)];
    }

    @Test
    void hashesOfTheBatchHideThoseOfTheState() {
        InMemoryState committed = new InMemoryState();
        UpdateBatch base = new UpdateBatch();
        base.putHash("n", "c", VALUE, VALUE, Collections.emptySortedMap(), new Version(1, 0));
        committed.apply(base);
        UpdateBatch batch = new UpdateBatch();
        batch.deleteHash("n", "c", VALUE, new Version(2, 0));
        assertThat(new OverlayState(committed, batch).getHash("n", "c", VALUE)).isEmpty();
        assertThat(new OverlayState(committed, new UpdateBatch()).getHash("n", "c", VALUE))
                .isPresent();
    }

    @Test
    void aRangeWhoseEndIsNotAfterItsStartIsEmpty() {
        InMemoryState state = new InMemoryState();
        UpdateBatch batch = new UpdateBatch();
        batch.put("n", "b", VALUE, Collections.emptySortedMap(), new Version(1, 0));
        state.apply(batch);
        assertThat(list(state.range("n", "b", "b"))).isEmpty();
        assertThat(list(state.range("n", "c", "a"))).isEmpty();
        assertThat(list(state.range("n", "", ""))).hasSize(1);
        assertThat(list(state.range("absent", "", ""))).isEmpty();
    }
}
