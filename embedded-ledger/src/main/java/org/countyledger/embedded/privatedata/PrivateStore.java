package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countyledger.embedded.state.BlockOutcome;
import org.countyledger.embedded.state.Generation;
import org.countyledger.embedded.state.StateKeys;
import org.countyledger.ledger.rwset.CollectionReadWrites;
import org.countyledger.ledger.rwset.NamespaceReadWrites;
import org.countyledger.ledger.rwset.ReadWriteSets;

/**
 * The clear private data of one organisation. A block comes in two steps: its sets are stored and forced before the block
 * is appended, and take effect after. Any number of threads stage and read; one commits.
 */
public final class PrivateStore implements AutoCloseable {
    private static final byte[] APPLIED = StateKeys.utf8("applied");
    private static final byte[] PREPARED = StateKeys.utf8("prepared");
    private static final byte[] ERASED = StateKeys.utf8("erased");

    private final String mspId;
    private final PrivateFile file;
    private PrivateMaps maps;
    private Generation current;
    private boolean hasChanged;

    private PrivateStore(String mspId, PrivateFile file) {
        this.mspId = mspId;
        this.file = file;
        this.maps = file.open();
        this.current = new Generation(maps.versioned(), 0);
    }

    /** Without a directory everything is in memory. */
    public static PrivateStore open(String mspId, Optional<Path> directory) {
        return new PrivateStore(mspId, new PrivateFile(directory.map(in -> in.resolve(mspId + ".mv"))));
    }

    public String mspId() {
        return mspId;
    }

    private OptionalLong setting(byte[] name) {
        byte[] value = maps.settings().get(name);
        return value == null
                ? OptionalLong.empty()
                : OptionalLong.of(ByteBuffer.wrap(value).getLong());
    }

    /** The block whose sets are stored and have not taken effect yet. */
    public synchronized OptionalLong prepared() {
        OptionalLong prepared = setting(PREPARED);
        return prepared.isPresent() && prepared.getAsLong() > setting(APPLIED).orElse(-1)
                ? prepared
                : OptionalLong.empty();
    }

    /** Keeps what an endorsed transaction would write, until it comes in a block. */
    public synchronized void stage(String transactionId, long height, List<PrivateSet> sets) {
        TransientStore transients = new TransientStore(maps.transients());
        sets.forEach(set -> transients.put(transactionId, height, set));
        maps.store().commit();
    }

    /** First step of a block: stores and forces its sets. */
    public synchronized void prepare(BlockOutcome outcome, CollectionView view) {
        boolean touches = outcome.updates().purges().stream()
                        .anyMatch(purge -> view.isMember(mspId, purge.namespace(), purge.collection()))
                || new PrivateExpiry(maps.expiry()).isDue(outcome.number());
        for (int i = 0; i < outcome.transactions().size(); i++) {
            Optional<ReadWriteSets> sets = outcome.transactions().get(i).results();
            if (outcome.isValid(i) && sets.isPresent()) {
                String transactionId = outcome.transactions().get(i).transactionId();
                for (NamespaceReadWrites writes : sets.get().namespaces()) {
                    touches |= prepare(new Of(outcome.number(), i, transactionId), writes, view);
                }
            }
        }
        if (touches) {
            maps.settings().put(PREPARED, StateKeys.number(outcome.number()));
            maps.store().commit();
            maps.store().sync();
        }
    }

    private record Of(long block, int transaction, String transactionId) {}

    private boolean prepare(Of transaction, NamespaceReadWrites writes, CollectionView view) {
        boolean touches = false;
        for (CollectionReadWrites collection : writes.collections()) {
            boolean isOurs = !collection.privateSetHash().isEmpty()
                    && view.isMember(mspId, writes.namespace(), collection.name());
            if (isOurs) {
                store(transaction, new PrivateSet(writes.namespace(), collection.name(), ByteString.EMPTY), collection);
                touches = true;
            }
        }
        return touches;
    }

    /** A set that nobody brought is noted as missing; reads of its keys will say so. */
    private void store(Of transaction, PrivateSet named, CollectionReadWrites collection) {
        Optional<ByteString> found = new TransientStore(maps.transients())
                .find(transaction.transactionId(), named, collection.privateSetHash());
        if (found.isPresent()) {
            PrivateSet set = new PrivateSet(named.namespace(), named.collection(), found.get());
            new StoredSets(maps).put(transaction.block(), transaction.transaction(), set);
        } else {
            maps.missing()
                    .put(
                            PrivateKeys.set(transaction.block(), transaction.transaction(), named),
                            collection.privateSetHash().toByteArray());
        }
    }

    /** Takes over from another member what is missing here, where its hash agrees. */
    synchronized void reconcile(PrivateStore other, CollectionView now) {
        if (!maps.missing().isEmpty()) {
            new Reconciliation(maps, now).with(other);
            maps.store().commit();
            hasChanged = true;
            publish();
        }
    }

    /** Second step of a block, if it was not done before: its sets take effect, what ends or is purged goes. */
    public synchronized void apply(BlockOutcome outcome, CollectionView view) {
        boolean isPrepared = prepared().equals(OptionalLong.of(outcome.number()));
        boolean isErased = false;
        if (isPrepared) {
            isErased = new PrivateCommit(maps, outcome, view).run();
            maps.settings().put(APPLIED, StateKeys.number(outcome.number()));
        }
        isErased |= forgetTransients(outcome);
        if (isErased) {
            maps.settings().put(ERASED, StateKeys.number(outcome.number()));
        }
        if (isPrepared || isErased) {
            maps.store().commit();
            hasChanged = true;
        }
    }

    private boolean forgetTransients(BlockOutcome outcome) {
        TransientStore transients = new TransientStore(maps.transients());
        if (transients.isEmpty()) {
            return false;
        }
        int removed = transients.sweep(outcome.number());
        for (var transaction : outcome.transactions()) {
            removed += transients.remove(transaction.transactionId());
        }
        return removed > 0;
    }

    /** Shows to readers what was applied. */
    public synchronized void publish() {
        if (hasChanged) {
            Generation previous = current;
            current = new Generation(maps.versioned(), 0);
            previous.release();
            hasChanged = false;
        }
    }

    public synchronized PrivateState snapshot() {
        current.use();
        return new PrivateSnapshot(current);
    }

    /** Clear sets of a block's transactions, by their place, less what was purged or has expired. */
    public synchronized List<StoredSet> sets(long block) {
        return new StoredSets(maps).of(block);
    }

    /** Forgets sets stored for blocks that never came. */
    public synchronized void cut(long height) {
        if (prepared().isPresent() && prepared().getAsLong() >= height) {
            StoredSets sets = new StoredSets(maps);
            PrivateKeys.withPrefix(maps.sets(), StateKeys.number(prepared().getAsLong()))
                    .forEach(sets::remove);
            maps.settings().remove(PREPARED);
            maps.store().commit();
        }
    }

    /**
     * Copies the living data to a new file if any were erased since the last time: only then the old bytes are gone. In
     * memory there is nothing to do.
     */
    public synchronized void compact() {
        if (setting(ERASED).isPresent()) {
            maps.settings().remove(ERASED);
            maps.store().commit();
            file.rewritten(maps).ifPresent(rewritten -> {
                maps = rewritten;
                hasChanged = true;
                publish();
                file.closeUnused();
            });
        }
    }

    @Override
    public synchronized void close() {
        compact();
        current.release();
        file.close(maps);
    }
}
