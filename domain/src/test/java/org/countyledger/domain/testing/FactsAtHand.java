package org.countyledger.domain.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Answers of a ledger that were asked for before, so that a measurement of deciding does not measure the ledger. */
public final class FactsAtHand implements Facts {
    private record Content(String mspId, ContentKey key) {}

    private final Facts ledger;
    private final Map<LedgerKey, Optional<?>> entries = new HashMap<>();
    private final Map<Content, Optional<String>> contents = new HashMap<>();

    public FactsAtHand(Facts ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<Header> header(Kind kind, String id) {
        return entry(new HeaderKey(kind, id), Header.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> entry(LedgerKey key, Class<T> type) {
        return (Optional<T>) entries.computeIfAbsent(key, asked -> ledger.entry(asked, type));
    }

    @Override
    public SortedMap<String, Clear> overlays(Kind kind, String id) {
        return ledger.overlays(kind, id);
    }

    @Override
    public Optional<String> contentHash(String mspId, ContentKey key) {
        return contents.computeIfAbsent(new Content(mspId, key), asked -> ledger.contentHash(mspId, key));
    }
}
