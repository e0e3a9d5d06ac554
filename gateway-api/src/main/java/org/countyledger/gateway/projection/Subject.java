package org.countyledger.gateway.projection;

import java.util.Optional;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.MalformedJson;

/**
 * The record that a transaction is about.
 *
 * @param seq its sequence afterwards; absent where the transaction moved none
 */
record Subject(Kind kind, String id, Optional<Long> seq) {
    static Subject of(Kind kind, String id) {
        return new Subject(kind, id, Optional.empty());
    }

    static Optional<Subject> of(Invocation invocation) {
        return invocation.function().equals(Functions.DECLARE_OVERDUE) ? declared(invocation) : moved(invocation);
    }

    private static Optional<Subject> declared(Invocation invocation) {
        Kind kind = Kind.ofWireName(invocation.arguments().get(1).toStringUtf8());
        return Optional.of(new Subject(kind, invocation.arguments().get(2).toStringUtf8(), Optional.empty()));
    }

    private static Optional<Subject> moved(Invocation invocation) {
        try {
            return CanonicalJson.read(invocation.answer().toByteArray(), Answer.class)
                    .record()
                    .map(record -> new Subject(record.kind(), record.id(), Optional.of(record.seq())));
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
