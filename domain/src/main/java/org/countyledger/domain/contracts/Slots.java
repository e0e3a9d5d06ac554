package org.countyledger.domain.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effect;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.DueDate;
import org.countyledger.domain.time.WorkCalendar;

/** The hour of an appointment, and the times around it. */
final class Slots {
    private static final Duration SLOT = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final long SECONDS_OF_HOUR = 3600;
    private static final String GRACE_END = "graceEndsAt";

    private Slots() {}

    private static Optional<Header> contract(Situation situation) {
        return situation.record(Kind.PPP_CONTRACT, situation.text("contract"));
    }

    static Guard contractIsActive() {
        return Guard.that(
                situation -> contract(situation)
                        .filter(contract -> contract.state().equals(PppContractState.ACTIVE.name()))
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    static Guard slotIsAhead() {
        return Guard.that(
                situation -> {
                    Instant slot = Instant.parse(situation.text("slotHour"));
                    return slot.isAfter(situation.at())
                            && slot.getEpochSecond() % SECONDS_OF_HOUR == 0
                            && slot.getNano() == 0;
                },
                RefusalCode.SLOT_TIME);
    }

    private static Optional<PolicyVersion> policy(Situation situation) {
        return situation.policy("appointment");
    }

    /** Periods that count from the moment need no calendar. */
    private static Optional<Instant> after(Situation situation, Instant from, String parameter) {
        return policy(situation)
                .flatMap(policy -> policy.period(parameter))
                .map(named -> DueDate.of(from, named.period(), false, new WorkCalendar(year -> Optional.empty()))
                        .at());
    }

    static void book(Situation situation, Draft draft) {
        Instant slot = Instant.parse(situation.text("slotHour"));
        contract(situation).ifPresent(contract -> {
            draft.handlingOf(contract);
            draft.link(new Link("contract", contract.kind(), contract.id()));
            draft.set("provider", contract.fields().text("provider").orElse(""));
        });
        Effects.registersKey().apply(situation, draft);
        Instant over = slot.plus(SLOT);
        Instant lapses = after(situation, situation.at(), "unconfirmed")
                .filter(over::isAfter)
                .orElse(over);
        draft.set("lapsesAt", lapses.toString());
        after(situation, slot, "slot_grace").ifPresent(end -> draft.set(GRACE_END, end.toString()));
    }

    private static Instant slot(Header header) {
        return header.fields().text("slotHour").map(Instant::parse).orElse(Instant.EPOCH);
    }

    static Optional<Instant> graceEnd(Header header) {
        return header.fields().text(GRACE_END).map(Instant::parse);
    }

    static Optional<Instant> dayAfter(Header header) {
        return Optional.of(slot(header).plus(DAY));
    }

    /** As long before the hour as after it. */
    static Guard aroundTheSlot() {
        return Guard.that(
                situation -> graceEnd(situation.header())
                        .filter(end -> !situation.at().isAfter(end))
                        .map(end -> Duration.between(slot(situation.header()), end))
                        .filter(grace -> !situation
                                .at()
                                .isBefore(slot(situation.header()).minus(grace)))
                        .isPresent(),
                RefusalCode.SLOT_TIME);
    }

    static Guard graceIsOver() {
        return Guard.that(
                situation -> graceEnd(situation.header())
                        .filter(end -> !situation.at().isBefore(end))
                        .isPresent(),
                RefusalCode.SLOT_TIME);
    }

    static Effect remembers(String field) {
        return (situation, draft) -> draft.show(field, situation.at().toString());
    }
}
