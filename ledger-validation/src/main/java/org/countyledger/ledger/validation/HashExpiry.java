package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.HashedWrite;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * The end of hash entries of collections with a limited life: what block n wrote disappears with block n + life + 1,
 * unless it was written again since or by that very block (Fabric's {@code pvtstatepurgemgmt}). Such deletions are no part
 * of the commit hash. Keeps its schedule in memory; not thread safe.
 */
public final class HashExpiry {
    private final NavigableMap<Long, List<Entry>> schedule = new TreeMap<>();

    private record Entry(String namespace, String collection, ByteString keyHash, long writtenIn) {}

    /**
     * Adds to a block's updates, whose commit hash is already made, the deletions that are due, and notes when its own
     * writes will be.
     *
     * @param before the world state before the block
     */
    public void expire(long block, UpdateBatch updates, StateView before) {
        List<HashedWrite> written = List.copyOf(updates.hashedWrites());
        NavigableMap<Long, List<Entry>> due = schedule.headMap(block, true);
        for (List<Entry> entries : due.values()) {
            for (Entry entry : entries) {
                delete(entry, block, updates, before);
            }
        }
        due.clear();
        for (HashedWrite write : written) {
            if (!write.isDelete()) {
                note(write, block, before);
            }
        }
    }

    private static void delete(Entry entry, long block, UpdateBatch updates, StateView before) {
        boolean rewritten = updates.hashedWrite(entry.namespace(), entry.collection(), entry.keyHash())
                .isPresent();
        boolean current = before.getHash(entry.namespace(), entry.collection(), entry.keyHash())
                .filter(hash -> hash.version().blockNumber() == entry.writtenIn())
                .isPresent();
        if (current && !rewritten) {
            updates.deleteHash(
                    entry.namespace(), entry.collection(), entry.keyHash(), new Version(block, Long.MAX_VALUE));
        }
    }

    private void note(HashedWrite write, long block, StateView before) {
        long life = ChaincodeDefinitions.find(before, write.namespace())
                .flatMap(definition -> definition.collection(write.collection()))
                .map(StaticCollectionConfig::getBlockToLive)
                .orElse(0L);
        if (life > 0 && life < Long.MAX_VALUE - block - 1) {
            schedule.computeIfAbsent(block + life + 1, end -> new ArrayList<>())
                    .add(new Entry(write.namespace(), write.collection(), write.keyHash(), block));
        }
    }

    /** Blocks at which something will disappear, for stores that keep the schedule themselves. */
    public List<Long> pendingBlocks() {
        return Collections.unmodifiableList(new ArrayList<>(schedule.keySet()));
    }
}
