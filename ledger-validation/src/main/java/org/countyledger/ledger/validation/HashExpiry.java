package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.HashedWrite;
import org.countyledger.ledger.state.StateView;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/**
 * The end of hash entries of collections with a limited life: what block n wrote disappears with block n + life + 1,
 * unless it was written again since or by that very block (Fabric's {@code pvtstatepurgemgmt}). Such deletions are no part
 * of the commit hash. Not thread safe.
 */
public final class HashExpiry {
    private final Schedule schedule;

    /** A hash entry that block {@code writtenIn} wrote. */
    public record Entry(String namespace, String collection, ByteString keyHash, long writtenIn) {}

    /** Which entries end with which block. */
    public interface Schedule {
        void add(long endsWith, Entry entry);

        /** Takes out what ends with this block or one before it. */
        List<Entry> take(long block);
    }

    /** Keeps the schedule in memory. */
    public HashExpiry() {
        this(new InMemorySchedule());
    }

    public HashExpiry(Schedule schedule) {
        this.schedule = schedule;
    }

    /**
     * Adds to a block's updates, whose commit hash is already made, the deletions that are due, and notes when its own
     * writes will be.
     *
     * @param before the world state before the block
     */
    public void expire(long block, UpdateBatch updates, StateView before) {
        List<HashedWrite> written = List.copyOf(updates.hashedWrites());
        for (Entry entry : schedule.take(block)) {
            delete(entry, block, updates, before);
        }
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
        end(write.namespace(), write.collection(), block, before)
                .ifPresent(end ->
                        schedule.add(end, new Entry(write.namespace(), write.collection(), write.keyHash(), block)));
    }

    /** The block with which disappears what {@code block} writes to a collection; empty where it stays. */
    public static Optional<Long> end(String chaincode, String collection, long block, StateView before) {
        return ChaincodeDefinitions.find(before, chaincode)
                .flatMap(definition -> definition.collection(collection))
                .map(StaticCollectionConfig::getBlockToLive)
                .filter(life -> life > 0 && life < Long.MAX_VALUE - block - 1)
                .map(life -> block + life + 1);
    }

    private static final class InMemorySchedule implements Schedule {
        private final NavigableMap<Long, List<Entry>> entries = new TreeMap<>();

        @Override
        public void add(long endsWith, Entry entry) {
            entries.computeIfAbsent(endsWith, end -> new ArrayList<>()).add(entry);
        }

        @Override
        public List<Entry> take(long block) {
            NavigableMap<Long, List<Entry>> due = entries.headMap(block, true);
            List<Entry> taken = due.values().stream().flatMap(List::stream).toList();
            due.clear();
            return taken;
        }
    }
}
