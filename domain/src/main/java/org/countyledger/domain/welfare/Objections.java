package org.countyledger.domain.welfare;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.support.NoticeState;

/** Objections by anybody to what a notice says (A21 to A24). */
final class Objections {
    static final String ROUNDS = "objectionRounds";
    static final Field[] METHOD = {
        oneOf("method", "NEW_SURVEY", "APPRAISAL"),
        field("newSurveyors", new FieldType.ListOf(FieldType.STAFF, 2, 5)).optional(),
    };

    private Objections() {}

    static Guard noticeHangs() {
        return situation -> {
            Optional<Header> notice = situation
                    .linked(WelfareGuards.NOTICE)
                    .filter(linked -> linked.state().equals(NoticeState.UP.name()));
            if (notice.isEmpty()) {
                return situation.refuse(RefusalCode.NOTICE_NOT_UP);
            }
            boolean inTime = notice.get()
                    .fields()
                    .text("endAt")
                    .map(Instant::parse)
                    .filter(situation.at()::isBefore)
                    .isPresent();
            return inTime ? Optional.empty() : situation.refuse(RefusalCode.WINDOW_OVER);
        };
    }

    /** Before that an objection is looked into (A21). */
    static Guard roundsAreUsedUp() {
        return Guard.that(Counts.usedUp(ROUNDS, "welfare", "objection.rounds"), RefusalCode.ILLEGAL_TRANSITION);
    }

    static void register(Situation situation, Draft draft) {
        boolean known =
                situation.header().keys().stream().anyMatch(key -> key.spki().equals(situation.text("key")));
        if (!known) {
            Effects.registersKey().apply(situation, draft);
        }
        draft.flag("OBJECTED");
        draft.show("objections", Counts.of(situation, "objections") + 1);
    }

    /** A democratic appraisal, or a survey by others than those who surveyed before. */
    static Guard isLookedIntoByOthers() {
        return situation -> {
            if (situation.text("method").equals("APPRAISAL")) {
                return Optional.empty();
            }
            List<String> others = situation.clear().texts("newSurveyors");
            boolean different = Set.copyOf(others).size() == others.size() && !others.isEmpty();
            boolean fresh = others.stream()
                    .noneMatch(staff ->
                            situation.header().hands(Duty.SURVEY.name()).contains(staff));
            return different && fresh
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.SEPARATION_OF_DUTY, "A new survey is made by other officers.");
        };
    }

    static void conclude(Situation situation, Draft draft) {
        situation.clear().texts("newSurveyors").forEach(staff -> draft.hand(Duty.SURVEY, staff));
        Counts.up(ROUNDS).apply(situation, draft);
    }
}
