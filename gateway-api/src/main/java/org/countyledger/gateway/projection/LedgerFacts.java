package org.countyledger.gateway.projection;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger as the projection has it. What only the contract needs, such as used idempotency keys, is not there. */
@Component
public final class LedgerFacts implements Facts {
    private final JdbcClient jdbc;

    LedgerFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Header> header(Kind kind, String id) {
        return jdbc.sql("select header from record where kind = ? and id = ?")
                .params(kind.wireName(), id)
                .query(String.class)
                .optional()
                .map(text -> CanonicalJson.read(text, Header.class));
    }

    @Override
    public <T> Optional<T> entry(LedgerKey key, Class<T> type) {
        return switch (key) {
            case LedgerKey.OverlayKey overlay -> overlay(overlay, type);
            case LedgerKey.PolicyKey policy -> plain(policy, type);
            case LedgerKey.PointerKey pointer -> plain(pointer, type);
            case LedgerKey.SlotKey slot -> plain(slot, type);
            case LedgerKey.HeaderKey header -> Optional.empty();
            case LedgerKey.EventKey event -> Optional.empty();
            case LedgerKey.UsedKey used -> Optional.empty();
        };
    }

    @Override
    public SortedMap<String, Clear> overlays(Kind kind, String id) {
        SortedMap<String, Clear> overlays = new TreeMap<>();
        jdbc.sql("select name, value from record_overlay where kind = ? and id = ?")
                .params(kind.wireName(), id)
                .query((row, n) -> overlays.put(row.getString(1), CanonicalJson.read(row.getString(2), Clear.class)))
                .list();
        return overlays;
    }

    /** Read models hold no hashes of private values; no guard asks for one. */
    @Override
    public Optional<String> contentHash(String mspId, ContentKey key) {
        return Optional.empty();
    }

    private <T> Optional<T> overlay(LedgerKey.OverlayKey key, Class<T> type) {
        return jdbc.sql("select value from record_overlay where kind = ? and id = ? and name = ?")
                .params(key.kind().wireName(), key.id(), key.name())
                .query(String.class)
                .optional()
                .map(text -> CanonicalJson.read(text, type));
    }

    private <T> Optional<T> plain(LedgerKey key, Class<T> type) {
        return jdbc.sql("select value from ledger_entry where key = ?")
                .param(key.text())
                .query(String.class)
                .optional()
                .map(text -> CanonicalJson.read(text, type));
    }
}
