package org.countyledger.domain.contract;

import java.util.Optional;
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
}
