package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.client.block.KeyWrite;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;

/**
 * The contract's world state as the blocks so far have left it: clear values, and the hashes of private ones. Events are
 * not kept, since no decision reads them.
 */
final class ReplayedState implements Facts {
    private static final String IMPLICIT = "_implicit_org_";

    private final TreeMap<String, ByteString> values = new TreeMap<>();
    private final Map<String, String> hashes = new HashMap<>();

    void write(List<KeyWrite> writes) {
        writes.stream()
                .filter(write -> !write.key().startsWith("E~"))
                .forEach(write -> write.value()
                        .ifPresentOrElse(value -> values.put(write.key(), value), () -> values.remove(write.key())));
    }

    void writeHashes(List<CollectionHashedReadWriteSet> collections) {
        try {
            for (CollectionHashedReadWriteSet collection : collections) {
                for (KVWriteHash write :
                        HashedRWSet.parseFrom(collection.getHashedRwset()).getHashedWritesList()) {
                    write(collection.getCollectionName(), write);
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a valid transaction holds no read-write set", e);
        }
    }

    private void write(String collection, KVWriteHash write) {
        String place = collection + "/" + Digests.hex(write.getKeyHash().toByteArray());
        if (write.getIsDelete() || write.getIsPurge()) {
            hashes.remove(place);
        } else {
            hashes.put(place, Digests.hex(write.getValueHash().toByteArray()));
        }
    }

    @Override
    public Optional<Header> header(Kind kind, String id) {
        return entry(new LedgerKey.HeaderKey(kind, id), Header.class);
    }

    @Override
    public <T> Optional<T> entry(LedgerKey key, Class<T> type) {
        return Optional.ofNullable(values.get(key.text())).map(value -> CanonicalJson.read(value.toByteArray(), type));
    }

    @Override
    public Optional<String> contentHash(String mspId, ContentKey key) {
        byte[] text = key.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Optional.ofNullable(hashes.get(IMPLICIT + mspId + "/" + Digests.sha256Hex(text)));
    }

    @Override
    public SortedMap<String, Clear> overlays(Kind kind, String id) {
        String start = new LedgerKey.OverlayKey(kind, id, "").text();
        SortedMap<String, Clear> overlays = new TreeMap<>();
        values.subMap(start, start + "~")
                .forEach((key, value) -> overlays.put(
                        key.substring(start.length()), CanonicalJson.read(value.toByteArray(), Clear.class)));
        return overlays;
    }
}
