package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Optional;
import org.countyledger.embedded.state.StateKeys;
import org.countyledger.embedded.state.StateValues;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.state.VersionedHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/**
 * Fills in sets that an organisation missed. A set of which something was purged has another hash than the one endorsed
 * and is not taken over; a value only takes effect while its hash is the one in public.
 */
final class Reconciliation {
    private final PrivateMaps maps;
    private final CollectionView now;

    Reconciliation(PrivateMaps maps, CollectionView now) {
        this.maps = maps;
        this.now = now;
    }

    void with(PrivateStore other) {
        for (byte[] setKey : PrivateKeys.withPrefix(maps.missing(), new byte[0])) {
            ByteBuffer place = ByteBuffer.wrap(setKey);
            long block = place.getLong();
            int transaction = place.getInt();
            ByteString hash = ByteString.copyFrom(maps.missing().get(setKey));
            other.sets(block).stream()
                    .filter(found -> found.transaction() == transaction
                            && found.set().hash().equals(hash))
                    .findFirst()
                    .ifPresent(found -> {
                        maps.missing().remove(setKey);
                        takeOver(found.set(), block, transaction);
                    });
        }
    }

    private void takeOver(PrivateSet set, long block, int transaction) {
        new StoredSets(maps).put(block, transaction, set);
        Optional<Long> end = now.end(set.namespace(), set.collection(), block);
        PrivateExpiry expiry = new PrivateExpiry(maps.expiry());
        end.ifPresent(at -> expiry.addSet(at, block, PrivateKeys.set(block, transaction, set)));
        for (KVWrite write : StoredSets.parse(set.bytes()).getWritesList()) {
            PrivateKey key = new PrivateKey(set.namespace(), set.collection(), write.getKey());
            Optional<VersionedHash> hashed = now.state()
                    .getHash(key.namespace(), key.collection(), key.hash())
                    .filter(current -> current.valueHash().equals(Sha256.of(write.getValue())));
            if (!ReadWriteSets.isDelete(write) && hashed.isPresent()) {
                put(key, write.getValue(), hashed.get());
                end.ifPresent(at -> expiry.addKey(at, hashed.get().version().blockNumber(), key));
            }
        }
    }

    private void put(PrivateKey key, ByteString value, VersionedHash hashed) {
        maps.state()
                .put(PrivateKeys.state(key), StateValues.encode(value, Collections.emptySortedMap(), hashed.version()));
        maps.keys().put(PrivateKeys.hashed(key.namespace(), key.collection(), key.hash()), StateKeys.utf8(key.key()));
    }
}
