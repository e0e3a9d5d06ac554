package org.countyledger.embedded.privatedata;

import java.util.Collections;
import java.util.Optional;
import org.countyledger.embedded.state.BlockOutcome;
import org.countyledger.embedded.state.StateKeys;
import org.countyledger.embedded.state.StateValues;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.Purge;
import org.countyledger.ledger.state.VersionedValue;

/** Lets the stored sets of one block take effect in one organisation's maps. */
final class PrivateCommit {
    private final PrivateMaps maps;
    private final BlockOutcome outcome;
    private final CollectionView view;
    private final PrivateExpiry expiry;
    private final PrivateUpdates updates;
    private boolean isErased;

    PrivateCommit(PrivateMaps maps, BlockOutcome outcome, CollectionView view) {
        this.maps = maps;
        this.outcome = outcome;
        this.view = view;
        this.expiry = new PrivateExpiry(maps.expiry());
        this.updates = new PrivateUpdates(key -> value(maps, key));
    }

    private static Optional<VersionedValue> value(PrivateMaps maps, PrivateKey key) {
        return Optional.ofNullable(maps.state().get(PrivateKeys.state(key))).map(PrivateSnapshot::value);
    }

    /** Whether something was erased for good. */
    boolean run() {
        StoredSets sets = new StoredSets(maps);
        for (StoredSet stored : sets.of(outcome.number())) {
            updates.add(stored.set(), new Version(outcome.number(), stored.transaction()));
            view.end(stored.set().namespace(), stored.set().collection(), outcome.number())
                    .ifPresent(end -> expiry.addSet(
                            end,
                            outcome.number(),
                            PrivateKeys.set(outcome.number(), stored.transaction(), stored.set())));
        }
        for (Purge purge : outcome.updates().purges()) {
            purge(purge, sets);
        }
        updates.followMetadata(outcome.updates());
        for (PrivateExpiry.Due due : expiry.take(outcome.number())) {
            due.key()
                    .ifPresentOrElse(
                            key -> updates.expire(key, due.writtenIn()),
                            () -> sets.remove(due.setKey().toByteArray()));
            isErased = true;
        }
        updates.changes().forEach(this::put);
        return isErased;
    }

    private void purge(Purge purge, StoredSets sets) {
        byte[] hashed = PrivateKeys.hashed(purge.namespace(), purge.collection(), purge.keyHash());
        Optional<PrivateKey> known = Optional.ofNullable(maps.keys().get(hashed))
                .map(key -> PrivateKeys.privateKey(
                        StateKeys.join(PrivateKeys.collection(purge.namespace(), purge.collection()), key), 0));
        updates.purge(purge, known);
        int trimmed = sets.purge(purge);
        isErased |= known.isPresent() || trimmed > 0;
    }

    private void put(PrivateKey key, Optional<VersionedValue> value) {
        byte[] hashed = PrivateKeys.hashed(key.namespace(), key.collection(), key.hash());
        if (value.isEmpty()) {
            maps.state().remove(PrivateKeys.state(key));
            maps.keys().remove(hashed);
            return;
        }
        VersionedValue present = value.get();
        maps.state()
                .put(
                        PrivateKeys.state(key),
                        StateValues.encode(present.value(), Collections.emptySortedMap(), present.version()));
        maps.keys().put(hashed, StateKeys.utf8(key.key()));
        view.end(key.namespace(), key.collection(), outcome.number())
                .ifPresent(end -> expiry.addKey(end, outcome.number(), key));
    }
}
