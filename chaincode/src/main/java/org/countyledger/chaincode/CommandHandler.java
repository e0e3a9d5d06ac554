package org.countyledger.chaincode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Announcement;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.contract.Answer.Moved;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.engine.Overdue;
import org.countyledger.domain.engine.OverdueDeclaration;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Functions that write. There is no word about the county here: the engine decides, this writes. */
final class CommandHandler {
    private final Engine engine;
    private final Overdue overdue;
    private final String chaincode;
    private final TransactionTime time;

    CommandHandler(Tables tables, String chaincode, TransactionTime time) {
        this.engine = new Engine(tables);
        this.overdue = new Overdue(tables);
        this.chaincode = chaincode;
        this.time = time;
    }

    byte[] submit(LedgerState state, Actor actor, List<String> arguments) {
        Command command = CanonicalJson.read(Arguments.exactly(arguments, 1).getFirst(), Command.class);
        Moment moment = state.moment(time, chaincode);
        Optional<Header> header = state.header(command.kind(), command.id());
        return carryOut(state, moment, engine.decide(header, new Request(command, actor, moment), state));
    }

    byte[] declareOverdue(LedgerState state, Actor actor, List<String> arguments) {
        List<String> given = Arguments.exactly(arguments, 5);
        OverdueDeclaration declaration = new OverdueDeclaration(
                Kind.ofWireName(given.get(0)),
                given.get(1),
                given.get(2),
                Arguments.whole(given.get(3), 1, 1_000_000),
                Arguments.whole(given.get(4), 1, 3));
        Moment moment = state.moment(time, chaincode);
        return carryOut(state, moment, overdue.declare(declaration, actor, moment, state));
    }

    static byte[] carryOut(LedgerState state, Moment moment, Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> throw new RefusedException(refused.refusal());
            case Decision.Repeated repeated -> CanonicalJson.write(Answer.repeated(repeated.firstTxId()));
            case Accepted accepted -> {
                state.write(accepted);
                List<Moved> moved = accepted.changes().stream()
                        .map(change -> moved(change.header()))
                        .toList();
                state.announce(Functions.EVENT, new Announcement(moved, overlays(accepted)));
                yield CanonicalJson.write(answer(moment, accepted, moved));
            }
        };
    }

    private static Answer answer(Moment moment, Accepted accepted, List<Moved> moved) {
        boolean overlayOnly =
                accepted.changes().stream().allMatch(Decision.Change::creates) && isAboutAnother(accepted);
        return overlayOnly
                ? new Answer(Answer.Outcome.ACCEPTED, moment.txId(), Optional.empty(), moved)
                : new Answer(
                        Answer.Outcome.ACCEPTED,
                        moment.txId(),
                        moved.stream().findFirst(),
                        moved.stream().skip(1).toList());
    }

    /** An overdue declaration changes no record; a finding that it opens is an opened one. */
    private static boolean isAboutAnother(Accepted accepted) {
        return accepted.entries().stream().noneMatch(entry -> entry.key() instanceof LedgerKey.UsedKey);
    }

    private static Moved moved(Header header) {
        return new Moved(header.kind(), header.id(), header.seq(), header.state());
    }

    private static List<String> overlays(Accepted accepted) {
        List<String> keys = new ArrayList<>();
        for (Entry entry : accepted.entries()) {
            if (entry.key() instanceof LedgerKey.OverlayKey overlay) {
                keys.add(overlay.text());
            }
        }
        return keys;
    }
}
