package org.countyledger.embedded.privatedata;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.countyledger.embedded.state.StateKeys;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.state.Purge;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;

/** Clear write sets of committed transactions, with an index from key hashes so that purged keys are found in them. */
final class StoredSets {
    private static final byte[] NOTHING = new byte[0];

    private final PrivateMaps maps;

    StoredSets(PrivateMaps maps) {
        this.maps = maps;
    }

    void put(long block, int transaction, PrivateSet set) {
        maps.sets().put(PrivateKeys.set(block, transaction, set), set.bytes().toByteArray());
        hashes(parse(set.bytes())).forEach(hash -> maps.writers().put(writer(set, hash, block, transaction), NOTHING));
    }

    private static byte[] writer(PrivateSet set, ByteString hash, long block, int transaction) {
        return StateKeys.join(
                PrivateKeys.hashed(set.namespace(), set.collection(), hash), PrivateKeys.place(block, transaction));
    }

    static KVRWSet parse(ByteString bytes) {
        try {
            return KVRWSet.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A private write set whose hash was endorsed does not parse", e);
        }
    }

    private static List<ByteString> hashes(KVRWSet set) {
        List<ByteString> hashes = new ArrayList<>();
        set.getWritesList().forEach(write -> hashes.add(Sha256.ofKey(write.getKey())));
        set.getMetadataWritesList().forEach(write -> hashes.add(Sha256.ofKey(write.getKey())));
        return hashes;
    }

    /** Sets of a block in the order of its transactions, less what was purged or has expired. */
    List<StoredSet> of(long block) {
        List<StoredSet> found = new ArrayList<>();
        for (byte[] key : PrivateKeys.withPrefix(maps.sets(), StateKeys.number(block))) {
            String[] names = PrivateKeys.names(key, PrivateKeys.PLACE_BYTES);
            ByteString bytes = UnsafeByteOperations.unsafeWrap(maps.sets().get(key));
            found.add(
                    new StoredSet(ByteBuffer.wrap(key).getInt(Long.BYTES), new PrivateSet(names[0], names[1], bytes)));
        }
        return found;
    }

    /** Takes a purged key out of every set written until then; how many sets lost something. */
    int purge(Purge purge) {
        byte[] prefix = PrivateKeys.hashed(purge.namespace(), purge.collection(), purge.keyHash());
        byte[] last = PrivateKeys.place(
                purge.version().blockNumber(), (int) purge.version().transactionNumber());
        int trimmed = 0;
        for (byte[] writer : PrivateKeys.withPrefix(maps.writers(), prefix)) {
            byte[] place = Arrays.copyOfRange(writer, prefix.length, writer.length);
            if (Arrays.compareUnsigned(place, last) <= 0) {
                maps.writers().remove(writer);
                trim(StateKeys.join(place, PrivateKeys.collection(purge.namespace(), purge.collection())), purge);
                trimmed++;
            }
        }
        return trimmed;
    }

    private void trim(byte[] setKey, Purge purge) {
        byte[] bytes = maps.sets().get(setKey);
        if (bytes == null) {
            return;
        }
        KVRWSet whole = parse(UnsafeByteOperations.unsafeWrap(bytes));
        KVRWSet.Builder rest = KVRWSet.newBuilder();
        for (KVWrite write : whole.getWritesList()) {
            if (!Sha256.ofKey(write.getKey()).equals(purge.keyHash())) {
                rest.addWrites(write);
            }
        }
        for (KVMetadataWrite write : whole.getMetadataWritesList()) {
            if (!Sha256.ofKey(write.getKey()).equals(purge.keyHash())) {
                rest.addMetadataWrites(write);
            }
        }
        if (rest.getWritesCount() + rest.getMetadataWritesCount() == 0) {
            maps.sets().remove(setKey);
        } else {
            maps.sets().put(setKey, rest.build().toByteArray());
        }
    }

    /** Forgets a set that has expired, or whose block never came. */
    void remove(byte[] setKey) {
        byte[] bytes = maps.sets().remove(setKey);
        if (bytes != null) {
            String[] names = PrivateKeys.names(setKey, PrivateKeys.PLACE_BYTES);
            PrivateSet set = new PrivateSet(names[0], names[1], UnsafeByteOperations.unsafeWrap(bytes));
            ByteBuffer place = ByteBuffer.wrap(setKey);
            long block = place.getLong();
            int transaction = place.getInt();
            hashes(parse(set.bytes())).forEach(hash -> maps.writers().remove(writer(set, hash, block, transaction)));
        }
    }
}
