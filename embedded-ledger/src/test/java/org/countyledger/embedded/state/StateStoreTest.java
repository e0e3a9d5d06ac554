package org.countyledger.embedded.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.KeyedValue;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index against a plain map, block after block. */
class StateStoreTest {
    private static final long SEED = 99;
    private static final int BLOCKS = 200;
    private static final int KEYS = 300;

    private final Random random = new Random(SEED);
    private final NavigableMap<String, String> model = new TreeMap<>(KeyOrder.UTF8);

    private static BlockLocation location(long number) {
        return new BlockLocation(0, number * 100, 100);
    }

    /** A block that changes some random keys, applied to the store and to the model. */
    private void applyBlock(StateStore store) {
        long number = store.height();
        UpdateBatch batch = new UpdateBatch();
        for (int i = 0; i < 20; i++) {
            String key = "key" + random.nextInt(KEYS);
            Version version = new Version(number, i);
            if (random.nextInt(4) == 0) {
                batch.delete("cc", key, version);
                model.remove(key);
            } else {
                String value = "value of block " + number + " " + "x".repeat(random.nextInt(400));
                batch.put("cc", key, ByteString.copyFromUtf8(value), Collections.emptySortedMap(), version);
                model.put(key, value);
            }
        }
        Block block = Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(number))
                .build();
        store.apply(block, List.of(), location(number), batch, ByteString.copyFromUtf8("hash of " + number));
    }

    private static NavigableMap<String, String> contents(StateSnapshot snapshot) {
        NavigableMap<String, String> contents = new TreeMap<>(KeyOrder.UTF8);
        Iterator<KeyedValue> entries = snapshot.range("cc", "", "");
        entries.forEachRemaining(
                entry -> contents.put(entry.key(), entry.value().value().toStringUtf8()));
        return contents;
    }

    private record Seen(StateSnapshot snapshot, NavigableMap<String, String> contents, long height) {}

    private void assertSnapshotsStay(StateStore store) {
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            applyBlock(store);
            if (i % 10 == 0) {
                seen.add(new Seen(store.snapshot(), new TreeMap<>(model), store.height()));
            }
        }
        for (Seen one : seen) {
            assertThat(one.snapshot().height()).isEqualTo(one.height());
            assertThat(contents(one.snapshot())).isEqualTo(one.contents());
            one.snapshot().close();
        }
    }

    @Test
    void snapshotsInMemoryStayAsTheyWere() {
        try (StateStore store = StateStore.inMemory()) {
            assertSnapshotsStay(store);
        }
    }

    @Test
    void snapshotsOfAFileStayAsTheyWereAndTheFileOpensAgainAtTheLastBlock(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("index.mv");
        try (StateStore store = StateStore.open(file)) {
            assertSnapshotsStay(store);
        }
        try (StateStore store = StateStore.open(file);
                StateSnapshot snapshot = store.snapshot()) {
            assertThat(store.height()).isEqualTo(BLOCKS);
            assertThat(store.commitHash().toStringUtf8()).isEqualTo("hash of " + (BLOCKS - 1));
            assertThat(store.lastLocation()).contains(location(BLOCKS - 1));
            assertThat(contents(snapshot)).isEqualTo(model);
        }
    }

    @Test
    void theFileOfAStoreThatIsWrittenOverAndOverStaysSmall(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("index.mv");
        try (StateStore store = StateStore.open(file)) {
            for (int i = 0; i < 2 * BLOCKS; i++) {
                applyBlock(store);
            }
            assertThat(Files.size(file)).isLessThan(12L << 20);
        }
    }

    @Test
    void aStoreThatIsNotClosedOpensAtItsLastBlock(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("index.mv");
        Path image = directory.resolve("image.mv");
        try (StateStore store = StateStore.open(file)) {
            for (int i = 0; i < 5; i++) {
                applyBlock(store);
            }
            Files.copy(file, image);
        }
        try (StateStore store = StateStore.open(image);
                StateSnapshot snapshot = store.snapshot()) {
            assertThat(store.height()).isEqualTo(5);
            assertThat(contents(snapshot)).isEqualTo(model);
        }
    }

    @Test
    void aSnapshotThatIsStillOpenDoesNotHinderTheEnd(@TempDir Path directory) {
        Path file = directory.resolve("index.mv");
        StateStore store = StateStore.open(file);
        applyBlock(store);
        StateSnapshot forgotten = store.snapshot();
        applyBlock(store);
        store.close();
        forgotten.close();

        try (StateStore again = StateStore.open(file)) {
            assertThat(again.height()).isEqualTo(2);
        }
    }

    @Test
    void aBlockOutOfOrderIsRefused() {
        try (StateStore store = StateStore.inMemory()) {
            Block second = Block.newBuilder()
                    .setHeader(BlockHeader.newBuilder().setNumber(1))
                    .build();

            assertThatThrownBy(() -> store.apply(second, List.of(), location(1), new UpdateBatch(), ByteString.EMPTY))
                    .hasMessage("Block 1 cannot follow height 0");
        }
    }

    @Test
    void aFileThatIsNoStoreIsUnreadable(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("index.mv"), "something else");

        assertThatThrownBy(() -> StateStore.open(file)).isInstanceOf(IndexUnreadableException.class);
    }
}
