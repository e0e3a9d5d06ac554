package org.countyledger.domain.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** World state as the contract would have written it: everything that is read was canonical bytes before. */
public final class MemoryLedger implements Facts {
    private final SortedMap<String, byte[]> state = new TreeMap<>();
    private final Map<String, Object> read = new HashMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private Optional<String> everywhere = Optional.empty();

    @Override
    public Optional<Header> header(Kind kind, String id) {
        return entry(new HeaderKey(kind, id), Header.class);
    }

    @Override
    public <T> Optional<T> entry(LedgerKey key, Class<T> type) {
        Optional<byte[]> bytes = Optional.ofNullable(state.get(key.text()));
        return bytes.map(json -> type.cast(read.computeIfAbsent(key.text(), text -> CanonicalJson.read(json, type))));
    }

    @Override
    public SortedMap<String, Clear> overlays(Kind kind, String id) {
        String start = new LedgerKey.OverlayKey(kind, id, "").text();
        SortedMap<String, Clear> overlays = new TreeMap<>();
        state.subMap(start, start + "~")
                .forEach((key, json) ->
                        overlays.put(key.substring(start.length()), CanonicalJson.read(json, Clear.class)));
        return overlays;
    }

    @Override
    public Optional<String> contentHash(String mspId, ContentKey key) {
        return Optional.ofNullable(contents.get(mspId + "/" + key.text())).or(() -> everywhere);
    }

    /** A private value with this commitment stands there now. */
    public void stage(String mspId, ContentKey key, String commitment) {
        contents.put(mspId + "/" + key.text(), commitment);
    }

    /** Whatever is asked for was staged with this commitment. */
    public MemoryLedger everythingStagedAs(String commitment) {
        everywhere = Optional.of(commitment);
        return this;
    }

    /** The events of a record in their order. */
    public List<Event> events(Kind kind, String id) {
        return state.subMap(new EventKey(kind, id, 0).text(), LedgerKey.afterEvents(kind, id)).values().stream()
                .map(bytes -> CanonicalJson.read(bytes, Event.class))
                .toList();
    }

    /** Headers of all records. */
    public List<Header> headers() {
        return state.subMap("H~", "H~~").values().stream()
                .map(bytes -> CanonicalJson.read(bytes, Header.class))
                .toList();
    }

    /** Number of keys, to see that nothing was written. */
    public int size() {
        return state.size();
    }

    /** Writes what was decided; an event is never overwritten and follows the one before. */
    public void apply(Accepted accepted) {
        accepted.changes().forEach(this::write);
        accepted.purges()
                .forEach(purge ->
                        contents.remove(purge.mspId() + "/" + purge.key().text()));
        for (Entry entry : accepted.entries()) {
            put(entry.key(), entry.value());
        }
    }

    private void write(Change change) {
        Header header = change.header();
        long last = header(header.kind(), header.id()).map(Header::seq).orElse(0L);
        EventKey event = new EventKey(header.kind(), header.id(), change.event().seq());
        if (state.containsKey(event.text()) || header.seq() != last + 1) {
            throw new IllegalStateException(event.text() + " does not follow event " + last);
        }
        state.put(event.text(), change.eventJson());
        put(new HeaderKey(header.kind(), header.id()), header);
    }

    /** As if it had never been written. */
    public void remove(LedgerKey key) {
        state.remove(key.text());
        read.remove(key.text());
    }

    /** Writes a value that no row of these tests writes. */
    public void put(LedgerKey key, Object value) {
        state.put(key.text(), CanonicalJson.write(value));
        read.remove(key.text());
    }
}
