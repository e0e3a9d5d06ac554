package org.countyledger.client;

import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;

/**
 * The contract's answer that it has done this before. Such an answer is endorsed and never submitted.
 *
 * @param firstTxId the transaction that did it
 */
record Repeat(String firstTxId) {

    static Optional<Repeat> in(String answer) {
        try {
            Map<?, ?> fields = CanonicalJson.read(answer, Map.class);
            return "REPEATED".equals(fields.get("outcome")) && fields.get("txId") instanceof String first
                    ? Optional.of(new Repeat(first))
                    : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
