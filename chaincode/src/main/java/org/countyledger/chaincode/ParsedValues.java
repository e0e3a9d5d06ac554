package org.countyledger.chaincode;

import java.nio.ByteBuffer;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.record.CanonicalJson;

/**
 * Values as they were parsed before: policies and calendars are long and stand in nearly every decision. A value is still
 * read from the ledger each time, so that it is in the transaction's read set; only bytes that are the same are not parsed
 * again. What is remembered never changes, so transactions may share it.
 */
final class ParsedValues {
    private static final int REMEMBERED = 100;
    private static final int LONGEST_BYTES = 1 << 16;

    private final Remembered<String, Parsed> parsed = new Remembered<>(REMEMBERED);

    private record Parsed(ByteBuffer bytes, Object value) {}

    <T> T of(LedgerKey key, byte[] bytes, Class<T> type) {
        return parsed.get(key.text())
                .filter(known -> type.isInstance(known.value()) && known.bytes().equals(ByteBuffer.wrap(bytes)))
                .map(known -> type.cast(known.value()))
                .orElseGet(() -> parse(key, bytes, type));
    }

    private <T> T parse(LedgerKey key, byte[] bytes, Class<T> type) {
        T value = CanonicalJson.read(bytes, type);
        if (bytes.length <= LONGEST_BYTES) {
            parsed.put(key.text(), new Parsed(ByteBuffer.wrap(bytes), value));
        }
        return value;
    }
}
