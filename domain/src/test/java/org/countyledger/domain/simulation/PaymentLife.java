package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;

/** One payment: released by another hand, through the bank, to somebody who says that it arrived. */
record PaymentLife(Desk desk, Target payment, ResidentKey resident, String town) implements Agenda.Life {
    @Override
    public Optional<Instant> act() {
        desk.declareOverdue(payment);
        desk.intruder().maybeTry(payment, resident);
        Header header = desk.header(payment);
        return switch (header.state()) {
            case "INSTRUCTED", "ABORTED" -> release(header);
            case "RECEIVED" -> atTheBank();
            case "RESERVED" -> commit();
            case "COMMITTED" -> ask(header);
            case "ISSUE_OPEN" -> resolve();
            default -> Optional.empty();
        };
    }

    private Act finance(String words) {
        return desk.by(desk.one(Role.FINANCE_OFFICER, "finance"), payment)
                .does(words)
                .staging("bankReturn");
    }

    private Optional<Instant> release(Header header) {
        header.hands("PAY").stream().findFirst().ifPresent(staff -> {
            Actor instructor = desk.cadre().at(Role.FINANCE_OFFICER, "finance").stream()
                    .filter(actor -> Desk.staff(actor).equals(staff))
                    .findFirst()
                    .orElseThrow();
            desk.intruder()
                    .mustBeRefused(
                            desk.by(Officers.inRole(Role.FINANCE_CHECKER, instructor), payment)
                                    .does("release")
                                    .staging("bankFile"),
                            RefusalCode.SEPARATION_OF_DUTY);
        });
        desk.by(desk.one(Role.FINANCE_CHECKER, "finance"), payment)
                .does("release")
                .staging("bankFile")
                .accepted();
        return desk.hours(8);
    }

    private Optional<Instant> atTheBank() {
        if (desk.chance().percent(3)) {
            finance("abort").with("code", "ACCOUNT_CLOSED").accepted();
        } else {
            finance("reserve").accepted();
        }
        return desk.hours(8);
    }

    private Optional<Instant> commit() {
        finance("commit").accepted();
        desk.deliver(payment, "bankReturn");
        return desk.days(6);
    }

    private Optional<Instant> ask(Header header) {
        Optional<Instant> due = header.clock("ASK")
                .filter(clock -> clock.state() == Clock.State.RUNNING)
                .filter(clock -> clock.provisional().isEmpty())
                .map(Clock::dueAt);
        if (due.filter(end -> !desk.county().now().isBefore(end)).isPresent()) {
            desk.byTimer(payment).does("timeoutSettle").accepted();
            return Optional.empty();
        }
        if (desk.chance().percent(60)) {
            signed("confirmReceived").accepted();
            return Optional.empty();
        }
        if (desk.chance().percent(6) && !header.fields().has("paidAgain")) {
            signed("reportProblem")
                    .with("code", "NOT_RECEIVED")
                    .staging("detail")
                    .accepted();
            return desk.days(4);
        }
        return due;
    }

    private Act signed(String words) {
        return desk.by(Officers.CONDUIT, payment)
                .signedBy(KeyRole.HOLDER, resident)
                .does(words);
    }

    private Optional<Instant> resolve() {
        if (desk.chance().percent(50)) {
            desk.by(desk.one(Role.FINANCE_OFFICER, "finance"), payment)
                    .does("resolve:PAID")
                    .staging("proof")
                    .accepted();
            desk.deliver(payment, "proof");
        } else {
            desk.by(desk.one(Role.FINANCE_CHECKER, "finance"), payment)
                    .does("resolve:REISSUE")
                    .staging("proof")
                    .accepted();
        }
        return desk.days(4);
    }
}
