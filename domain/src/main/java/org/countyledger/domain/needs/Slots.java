package org.countyledger.domain.needs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.SlotKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.time.CountyTime;

/** Slots of a resource's day: a key of their own each, so that two needs never take the same one. */
final class Slots {
    private static final String FREED = "FREED";
    private static final String TAKEN = "TAKEN";

    private Slots() {}

    private static SlotKey key(String resource, String day, long slot) {
        return new SlotKey(resource + "~" + day.replace("-", "") + "~" + slot);
    }

    private static SlotKey wanted(Situation situation) {
        return key(
                situation.field("resource").orElse(""),
                situation.text("day"),
                situation.clear().integer("slot").orElse(0L));
    }

    static Guard isFree() {
        return situation -> {
            LocalDate day = LocalDate.parse(situation.text("day"));
            long slot = situation.clear().integer("slot").orElse(0L);
            boolean exists = !day.isBefore(CountyTime.day(situation.at()))
                    && NeedGuards.resource(situation)
                            .filter(ResourceView::isOpen)
                            .filter(resource -> slot <= resource.capacity(day))
                            .isPresent();
            boolean free = situation
                    .facts()
                    .entry(wanted(situation), Clear.class)
                    .map(entry -> entry.text("state").equals(Optional.of(FREED)))
                    .orElse(true);
            return exists && free ? Optional.empty() : situation.refuse(RefusalCode.SLOT_TAKEN);
        };
    }

    static void take(Situation situation, Draft draft) {
        draft.entry(wanted(situation), entry(situation, TAKEN));
    }

    /** Frees what the record holds, if it holds a slot. */
    static void free(Situation situation, Draft draft) {
        Clear fields = situation.header().fields();
        boolean holds = situation.header().state().equals(ServiceNeedState.SCHEDULED.name());
        if (holds) {
            SlotKey held = key(
                    fields.text("resource").orElse(""),
                    fields.text("day").orElse(""),
                    fields.integer("slot").orElse(0L));
            draft.entry(held, entry(situation, FREED));
        }
    }

    private static Clear entry(Situation situation, String state) {
        return Clear.of("state", state).with("need", situation.header().id());
    }

    /** The service is due on the day of the slot. */
    static Map<String, Instant> serve(Situation situation) {
        return Map.of("SERVE", CountyTime.endOf(LocalDate.parse(situation.text("day"))));
    }
}
