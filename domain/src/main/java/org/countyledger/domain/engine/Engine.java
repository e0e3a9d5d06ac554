package org.countyledger.domain.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey.UsedKey;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.RecordId;

/**
 * Decides every transition of every kind by its table: pure, total, the same on every peer. Refuses in this order, first
 * failure wins: unknown kind or action, repeat, sequence, time, state, role, signature, separation and recusal, guards,
 * commitments (domain.md 3.1).
 */
public final class Engine {
    private final Tables tables;

    public Engine(Tables tables) {
        this.tables = tables;
    }

    public Tables tables() {
        return tables;
    }

    /**
     * Decides a command.
     *
     * @param header the record as it is, absent if there is none
     */
    public Decision decide(Optional<Header> header, Request request, Facts facts) {
        Command command = request.command();
        Optional<Lifecycle> lifecycle = tables.find(command.kind());
        if (lifecycle.isEmpty()) {
            return refused(RefusalCode.UNKNOWN_KIND, "");
        }
        if (!lifecycle.get().knows(command.action())) {
            return refused(RefusalCode.UNKNOWN_ACTION, "");
        }
        return repeat(request, facts)
                .or(() -> sequence(header, command).map(code -> refused(code, "")))
                .or(() -> late(header, request))
                .orElseGet(() -> judge(RowChoice.of(lifecycle.get(), header, request, facts)));
    }

    private static Optional<Decision> repeat(Request request, Facts facts) {
        Command command = request.command();
        UsedKey key = new UsedKey(request.actor().mspId(), command.idempotency().tag());
        return facts.entry(key, Used.class)
                .map(used -> used.mac().equals(command.idempotency().mac())
                        ? new Repeated(used.txId())
                        : refused(RefusalCode.IDEMPOTENCY_KEY_REUSED, ""));
    }

    private static Optional<RefusalCode> sequence(Optional<Header> header, Command command) {
        if (header.isEmpty()) {
            return command.creates() ? idProblem(command) : Optional.of(RefusalCode.UNKNOWN_RECORD);
        }
        if (command.creates()) {
            return Optional.of(RefusalCode.ALREADY_EXISTS);
        }
        int order = Long.compare(command.expectedSeq(), header.get().seq());
        return order == 0 ? Optional.empty() : Optional.of(order < 0 ? RefusalCode.STALE_SEQ : RefusalCode.SEQ_AHEAD);
    }

    /** An id that says nothing about a person: derived from the key, or from what the record is about. */
    private static Optional<RefusalCode> idProblem(Command command) {
        return command.kind().hasNaturalId() || RecordId.isClientMade(command.id())
                ? Optional.empty()
                : Optional.of(RefusalCode.MALFORMED_COMMAND);
    }

    private static Optional<Decision> late(Optional<Header> header, Request request) {
        return request.effectiveAt(header).isAfter(request.command().notAfter())
                ? Optional.of(refused(RefusalCode.COMMAND_EXPIRED, ""))
                : Optional.empty();
    }

    private Decision judge(RowChoice choice) {
        return switch (choice) {
            case RowChoice.None none -> new Refused(none.refusal());
            case RowChoice.Found found ->
                firstRefusal(found.situation()).<Decision>map(Refused::new).orElseGet(() -> accept(found.situation()));
        };
    }

    private static Optional<Refusal> firstRefusal(Situation situation) {
        return KeySignatures.check(situation)
                .or(() -> DutyChecks.check(situation))
                .or(() -> ArgumentChecks.fields(situation))
                .or(() -> GuardChecks.check(situation))
                .or(() -> ArgumentChecks.commitments(situation))
                .or(() -> StagedContents.check(situation));
    }

    private Decision accept(Situation situation) {
        try {
            return new Acceptance(tables, situation).accept();
        } catch (RefusedException e) {
            return new Refused(e.refusal(situation.row().rule()));
        }
    }

    private static Decision refused(RefusalCode code, String rule) {
        return new Refused(Refusal.of(code, rule));
    }

    /**
     * Everything that is wrong with the command's fields and commitments at once, as far as its row is known; what
     * {@link #decide} refuses one by one.
     */
    public List<Refusal> argumentProblems(Optional<Header> header, Request request, Facts facts) {
        return tables.find(request.command().kind())
                .map(lifecycle -> RowChoice.of(lifecycle, header, request, facts))
                .filter(RowChoice.Found.class::isInstance)
                .map(RowChoice.Found.class::cast)
                .map(found -> ArgumentChecks.all(found.situation().row(), request.command()))
                .orElse(List.of());
    }

    /**
     * Everything that is wrong with the arguments by the row that they come nearest to, if they say what no row of the
     * action has a place for, whatever state the record is in and whoever sends them. For gateways, which are not to keep
     * what was never part of a command.
     */
    public List<Refusal> strangeArguments(Command command) {
        Optional<Lifecycle> lifecycle = tables.find(command.kind());
        if (lifecycle.isEmpty()) {
            return List.of(Refusal.of(RefusalCode.UNKNOWN_KIND, ""));
        }
        return lifecycle.get().rows(command.action()).stream()
                .filter(row -> row.passage().takes(command.variant()))
                .map(row -> ArgumentChecks.all(row, command))
                .min(Comparator.comparingLong(ArgumentChecks::strange))
                .map(nearest -> ArgumentChecks.strange(nearest) == 0 ? List.<Refusal>of() : nearest)
                .orElseGet(() -> List.of(unknown(lifecycle.get(), command)));
    }

    private static Refusal unknown(Lifecycle lifecycle, Command command) {
        return lifecycle.knows(command.action())
                ? Refusal.of(RefusalCode.ILLEGAL_TRANSITION, lifecycle.firstRule(command.action()))
                : Refusal.of(RefusalCode.UNKNOWN_ACTION, "");
    }

    /**
     * The rows that this actor may take on the record now as far as state, role and separation say; guards may still
     * refuse. For people's screens, never instead of {@link #decide}.
     */
    public List<Allowed> allowed(Header header, Actor actor, Facts facts) {
        return AllowedRows.of(tables.of(header.kind()), header, actor, facts);
    }
}
