package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Idempotency;
import org.countyledger.domain.record.RecordId;

/**
 * Decides what may be staged (docs/architecture.md, rule 2): a value of the agreed form, for a group that a row in force
 * names, by somebody whom such a row admits. Here alone the contract sees the content.
 */
public final class Staging {
    private final Tables tables;

    public Staging(Tables tables) {
        this.tables = tables;
    }

    /** What is decided. */
    public sealed interface Verdict {
        /** The value is to be written to this organisation's implicit collection. */
        record Write(String mspId) implements Verdict {}

        /** The same value stands there already. */
        record There() implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }

    public Verdict decide(StagingRequest request, byte[] value, Asker asker) {
        return StagedForm.problem(request, value, asker.at(header(request, asker)))
                .or(() -> whoProblem(request, asker))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> place(request, asker));
    }

    /** Who asks, when, and what the ledger says. */
    public record Asker(Actor actor, Moment moment, Facts facts) {
        Instant at(Optional<Header> header) {
            return header.map(known -> known.position().at())
                    .filter(last -> last.isAfter(moment.at()))
                    .orElse(moment.at());
        }
    }

    private static Optional<Header> header(StagingRequest request, Asker asker) {
        return asker.facts().header(request.key().kind(), request.key().id());
    }

    private Optional<Refusal> whoProblem(StagingRequest request, Asker asker) {
        Optional<Lifecycle> lifecycle = tables.find(request.key().kind());
        if (lifecycle.isEmpty()) {
            return Optional.of(Refusal.of(RefusalCode.UNKNOWN_KIND, ""));
        }
        var rows = lifecycle.get().rows().stream()
                .filter(row -> row.inForce() && names(row, request.key().group()))
                .toList();
        if (rows.isEmpty()) {
            return Optional.of(Refusal.of(RefusalCode.GROUP_UNKNOWN, ""));
        }
        Optional<Header> header = header(request, asker);
        var open = rows.stream()
                .filter(row -> header.isPresent() != row.passage().creates())
                .toList();
        if (open.isEmpty()) {
            RefusalCode code = header.isPresent() ? RefusalCode.ALREADY_EXISTS : RefusalCode.UNKNOWN_RECORD;
            return Optional.of(Refusal.of(code, rows.getFirst().rule()));
        }
        if (header.isEmpty() && !isNewId(request.key())) {
            return Optional.of(Refusal.of(RefusalCode.MALFORMED_COMMAND, ""));
        }
        StagingWho who = new StagingWho(request, asker);
        return who.problem(
                open.stream().map(row -> situation(row, header, request, asker)).toList());
    }

    private static boolean names(Row row, String group) {
        return row.arguments().staged().stream()
                .anyMatch(staged -> staged.group().equals(group));
    }

    private static boolean isNewId(ContentKey key) {
        return key.kind().hasNaturalId() || RecordId.isClientMade(key.id());
    }

    private static Situation situation(Row row, Optional<Header> header, StagingRequest request, Asker asker) {
        String nobody = Digests.sha256Hex(new byte[0]);
        Command command = new Command(
                request.key().kind(),
                request.key().id(),
                row.action(),
                header.map(Header::seq).orElse(0L),
                Clear.EMPTY,
                Collections.emptySortedMap(),
                new Idempotency(nobody, nobody),
                request.notAfter(),
                request.signature().stream().toList());
        return new Situation(row, header, new Request(command, asker.actor(), asker.moment()), asker.facts());
    }

    private static Verdict place(StagingRequest request, Asker asker) {
        String owner = header(request, asker)
                .map(header -> header.founding().ownerOrg())
                .or(() -> request.key().kind().fixedOwner())
                .orElseGet(() -> asker.actor().mspId());
        return asker.facts()
                .contentHash(owner, request.key())
                .<Verdict>map(hash -> hash.equals(request.commitment())
                        ? new Verdict.There()
                        : new Verdict.Refused(Refusal.of(RefusalCode.ALREADY_STAGED, "")))
                .orElseGet(() -> new Verdict.Write(owner));
    }
}
