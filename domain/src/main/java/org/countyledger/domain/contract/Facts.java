package org.countyledger.domain.contract;

import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/**
 * The ledger as the deciding transaction sees it. Looked up by guards as they need it, so that a transaction reads, and
 * thereby depends on, nothing else (docs/decisions/0004-facts-are-looked-up.md).
 */
public interface Facts {

    Optional<Header> header(Kind kind, String id);

    /** What stands under a key that is no header, read as {@code type}. */
    <T> Optional<T> entry(LedgerKey key, Class<T> type);

    /** What others wrote about a record without moving it: overlay name to value. */
    SortedMap<String, Clear> overlays(Kind kind, String id);

    /**
     * SHA-256, hex, of what stands under a key of an organisation's implicit collection. Every organisation sees it; only
     * that one sees the value. It is the value's commitment (docs/architecture.md, rule 3).
     */
    Optional<String> contentHash(String mspId, ContentKey key);
}
