package org.countyledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.UpdateBatch;
import org.countyledger.ledger.testing.TestNetwork;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.junit.jupiter.api.Test;

class HashExpiryTest {
    private static final ByteString KEY = ByteString.copyFromUtf8("key hash");

    private final TestNetwork network = new TestNetwork();
    private final HashExpiry expiry = new HashExpiry();

    HashExpiryTest() {
        network.define(
                "cc",
                "OR('A.peer')",
                List.of(
                        StaticCollectionConfig.newBuilder()
                                .setName("short")
                                .setBlockToLive(2)
                                .build(),
                        StaticCollectionConfig.newBuilder().setName("long").build()));
    }

    private void commit(long block, boolean write) {
        UpdateBatch updates = new UpdateBatch();
        if (write) {
            updates.putHash("cc", "short", KEY, KEY, Collections.emptySortedMap(), new Version(block, 0));
            updates.putHash("cc", "long", KEY, KEY, Collections.emptySortedMap(), new Version(block, 0));
        }
        expiry.expire(block, updates, network.state);
        network.state.apply(updates);
    }

    private boolean isThere(String collection) {
        return network.state.getHash("cc", collection, KEY).isPresent();
    }

    @Test
    void whatABlockWroteDisappearsAfterItsLife() {
        commit(1, true);
        commit(2, false);
        commit(3, false);
        assertThat(isThere("short")).isTrue();
        assertThat(HashExpiry.end("cc", "short", 1, network.state)).contains(4L);
        assertThat(HashExpiry.end("cc", "long", 1, network.state)).isEmpty();
        commit(4, false);
        assertThat(isThere("short")).isFalse();
        assertThat(isThere("long")).isTrue();
    }

    @Test
    void whatIsWrittenAgainLivesAnew() {
        commit(1, true);
        commit(3, true);
        commit(4, false);
        assertThat(isThere("short")).isTrue();
        commit(6, true);
        assertThat(isThere("short")).isTrue();
        commit(9, false);
        assertThat(isThere("short")).isFalse();
    }
}
