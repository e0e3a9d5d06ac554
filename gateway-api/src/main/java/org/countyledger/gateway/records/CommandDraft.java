package org.countyledger.gateway.records;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.RecordId;
import org.springframework.http.HttpHeaders;

/**
 * A command as path, headers and body give it together; what they leave open is filled in by the caller.
 *
 * @param key the secret key of the command, never written anywhere
 * @param signed whether residents' keys sign it
 */
record CommandDraft(Target target, CommandBody body, IdempotencyKey key, HttpHeaders headers, boolean signed) {

    static CommandDraft read(Target target, byte[] json, HttpHeaders headers) {
        IdempotencyKey key = Headers.idempotencyKey(headers);
        CommandBody body = BodyReader.read(json);
        return new CommandDraft(target, body, key, headers, !body.signatures().isEmpty());
    }

    /** The same command, to be signed by a resident. */
    CommandDraft toBeSigned() {
        return new CommandDraft(target, body, key, headers, true);
    }

    String action() {
        if (target.action().isPresent()) {
            requireSame("/action", body.action(), target.action());
            return target.action().get();
        }
        return body.action()
                .or(this::onlyCreation)
                .orElseThrow(() -> BodyProblems.only("/action", BodyProblems.MISSING));
    }

    /** The one way to create such a record that is open to who signs, or does not. */
    private Optional<String> onlyCreation() {
        var actions = target.table().rows().stream()
                .filter(row -> row.passage().creates() && row.inForce())
                .filter(row -> row.who().stream().anyMatch(this::isMeant))
                .map(Row::action)
                .distinct()
                .toList();
        return actions.size() == 1 ? Optional.of(actions.getFirst()) : Optional.empty();
    }

    private boolean isMeant(Who who) {
        return signed == (who instanceof Who.Key) && !(who instanceof Who.OpenedBy);
    }

    /** Sequence that the sender has seen; absent if neither body nor header says it. */
    Optional<Long> expectedSeq() {
        Optional<Long> header = Headers.expectedSeq(headers);
        requireSame("/expectedSeq", body.expectedSeq(), header);
        Optional<Long> given = header.or(body::expectedSeq);
        if (target.creates()) {
            requireSame("/expectedSeq", given, Optional.of(0L));
            return Optional.of(0L);
        }
        if (given.filter(seq -> seq < 1).isPresent()) {
            throw BodyProblems.only("/expectedSeq", BodyProblems.NOT_WELL_FORMED);
        }
        return given;
    }

    private static <T> void requireSame(String pointer, Optional<T> one, Optional<T> other) {
        if (one.isPresent() && other.isPresent() && !Objects.equals(one, other)) {
            throw BodyProblems.only(pointer, BodyProblems.DIFFERS);
        }
    }

    Command toCommand(long expectedSeq, Instant notAfter) {
        String id = id();
        try {
            return new Command(
                    target.kind(),
                    id,
                    action(),
                    expectedSeq,
                    body.clear(),
                    body.commitments(),
                    key.over(target.kind(), id, action(), body.clear(), body.commitments()),
                    notAfter,
                    body.signatures());
        } catch (IllegalArgumentException e) {
            throw BodyProblems.only("", BodyProblems.NOT_WELL_FORMED);
        }
    }

    private String id() {
        requireSame("/id", body.id(), target.id());
        String id = target.id().or(body::id).orElseGet(() -> key.recordId(target.kind()));
        if (!RecordId.isWellFormed(id)) {
            throw BodyProblems.only("/id", BodyProblems.NOT_WELL_FORMED);
        }
        return id;
    }
}
