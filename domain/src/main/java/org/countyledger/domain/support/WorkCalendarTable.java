package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.WorkCalendarState.ARCHIVED;
import static org.countyledger.domain.support.WorkCalendarState.IN_FORCE;
import static org.countyledger.domain.support.WorkCalendarState.PUBLISHED;
import static org.countyledger.domain.support.WorkCalendarState.WITHDRAWN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.domain.time.WorkYear;

/** Working-day calendar 工作日历 of one year, as the State Council published it; none may be guessed. */
public final class WorkCalendarTable {
    private static final int YEARS_KEPT = 5;
    private static final FieldType DAYS = new FieldType.ListOf(FieldType.DATE, 0, 120);

    public static final Lifecycle TABLE = lifecycle(
            Kind.WORK_CALENDAR,
            WorkCalendarState.class,
            "R30",
            rows(
                    row("K11")
                            .creates()
                            .action("publish")
                            .to(PUBLISHED)
                            .by(Role.POLICY_OFFICER)
                            .hand(Duty.PROPOSE)
                            .when(WorkCalendarTable::idIsFamilyAndYear, WorkCalendarTable::daysAreConsistent)
                            .shows(
                                    field("family", FieldType.CODE),
                                    field("year", new FieldType.Whole(2000, 2199)),
                                    field("restDays", DAYS),
                                    field("workingWeekends", DAYS),
                                    field("reference", FieldType.PUBLIC_NAME))
                            .does((situation, draft) ->
                                    draft.show("proposedBy", situation.actor().mspId()))
                            .source("[CAL]"),
                    row("K12")
                            .from(PUBLISHED)
                            .action("confirm")
                            .to(IN_FORCE)
                            .by(Role.POLICY_RATIFIER)
                            .hand(Duty.RATIFY)
                            .separate(Separation.S7)
                            .when(Guard.that(
                                    situation -> situation
                                            .field("proposedBy")
                                            .filter(org -> !org.equals(
                                                    situation.actor().mspId()))
                                            .isPresent(),
                                    RefusalCode.SEPARATION_OF_DUTY)),
                    row("K13")
                            .from(IN_FORCE)
                            .action("amend")
                            .stays()
                            .by(Role.POLICY_OFFICER, Role.POLICY_RATIFIER)
                            .twice()
                            .when(
                                    Guard.that(WorkCalendarTable::isOtherRole, RefusalCode.SAME_ROLE),
                                    WorkCalendarTable::changesAreAhead)
                            .notes(
                                    field("addRestDays", DAYS),
                                    field("addWorkingWeekends", DAYS),
                                    field("removeRestDays", DAYS),
                                    field("removeWorkingWeekends", DAYS))
                            .does(WorkCalendarTable::amend),
                    row("K14")
                            .from(PUBLISHED)
                            .action("withdraw")
                            .to(WITHDRAWN)
                            .by(Role.POLICY_OFFICER)
                            .hand(Duty.PROPOSE)
                            .separate(Separation.S7),
                    row("K15")
                            .from(IN_FORCE)
                            .action("archive")
                            .to(ARCHIVED)
                            .byTimer()
                            .notBefore((header, records) -> fiveYearsLater(header))));

    private WorkCalendarTable() {}

    private static Optional<Refusal> idIsFamilyAndYear(Situation situation) {
        String id = situation.text("family") + "-" + year(situation);
        return situation.command().id().equals(id)
                ? Optional.empty()
                : situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR, "The id must be " + id);
    }

    private static Optional<Refusal> daysAreConsistent(Situation situation) {
        try {
            WorkYear whole = new WorkYear(
                    (int) year(situation), days(situation, "restDays"), days(situation, "workingWeekends"));
            return whole.restDays().isEmpty()
                    ? situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isOtherRole(Situation situation) {
        return situation
                .header()
                .pending()
                .filter(pending -> pending.action().equals(situation.row().action()))
                .map(pending -> !pending.role().equals(situation.actor().role().name()))
                .orElse(true);
    }

    /** Days that are over have been counted; only later ones change, and the year stays consistent. */
    private static Optional<Refusal> changesAreAhead(Situation situation) {
        LocalDate today = CountyTime.day(situation.at());
        boolean ahead = Stream.of("addRestDays", "addWorkingWeekends", "removeRestDays", "removeWorkingWeekends")
                .flatMap(name -> days(situation, name).stream())
                .allMatch(day -> day.isAfter(today));
        if (!ahead) {
            return situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
        }
        try {
            Clear amended = amended(situation);
            WorkYear whole = new WorkYear(
                    situation.header().fields().integer("year").orElse(0L).intValue(),
                    parsed(amended.texts("restDays")),
                    parsed(amended.texts("workingWeekends")));
            return whole.restDays().isEmpty()
                    ? situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return situation.refuse(RefusalCode.NOT_A_WORKING_DAY_CALENDAR, String.valueOf(e.getMessage()));
        }
    }

    private static Clear amended(Situation situation) {
        return Clear.of("restDays", changed(situation, "restDays", "addRestDays", "removeRestDays"))
                .with(
                        "workingWeekends",
                        changed(situation, "workingWeekends", "addWorkingWeekends", "removeWorkingWeekends"));
    }

    private static List<String> changed(Situation situation, String field, String add, String remove) {
        TreeSet<String> days = new TreeSet<>(situation.header().fields().texts(field));
        days.addAll(situation.clear().texts(add));
        situation.clear().texts(remove).forEach(days::remove);
        return List.copyOf(days);
    }

    private static void amend(Situation situation, Draft draft) {
        draft.set(amended(situation));
    }

    private static Optional<Instant> fiveYearsLater(Header header) {
        return header.fields()
                .integer("year")
                .map(year -> CountyTime.endOf(LocalDate.of(year.intValue() + YEARS_KEPT, 12, 31)));
    }

    private static Set<LocalDate> parsed(List<String> texts) {
        Set<LocalDate> days = new HashSet<>();
        texts.forEach(text -> days.add(LocalDate.parse(text)));
        return days;
    }

    private static long year(Situation situation) {
        return situation.clear().integer("year").orElse(0L);
    }

    private static Set<LocalDate> days(Situation situation, String field) {
        Set<LocalDate> days = new HashSet<>();
        situation.clear().texts(field).forEach(text -> days.add(LocalDate.parse(text)));
        return days;
    }
}
