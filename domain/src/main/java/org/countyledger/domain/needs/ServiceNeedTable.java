package org.countyledger.domain.needs;

import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.ClockStep.Start.window;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.needs.ServiceNeedState.CANCELLED;
import static org.countyledger.domain.needs.ServiceNeedState.CHOSEN;
import static org.countyledger.domain.needs.ServiceNeedState.CLASSIFIED;
import static org.countyledger.domain.needs.ServiceNeedState.CLOSED;
import static org.countyledger.domain.needs.ServiceNeedState.CLOSED_UNCONFIRMED;
import static org.countyledger.domain.needs.ServiceNeedState.COLLECTED;
import static org.countyledger.domain.needs.ServiceNeedState.DELIVERED;
import static org.countyledger.domain.needs.ServiceNeedState.IN_SERVICE;
import static org.countyledger.domain.needs.ServiceNeedState.MATCHED;
import static org.countyledger.domain.needs.ServiceNeedState.REFERRED;
import static org.countyledger.domain.needs.ServiceNeedState.SCHEDULED;
import static org.countyledger.domain.needs.ServiceNeedState.TOWN_HANDLING;
import static org.countyledger.domain.needs.ServiceNeedState.UNMET;
import static org.countyledger.domain.needs.ServiceNeedState.WAITLISTED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.grievance.BadReviews;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Service need 微治理需求: matched by a rule that anyone can recompute, chosen and confirmed by the resident. */
public final class ServiceNeedTable {
    private static final RowBuilder[] MATCHING = {
        row("E01")
                .creates()
                .action("collect")
                .to(COLLECTED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .when(
                        Guards.given("key")
                                .onlyIf(situation -> situation.actor().isConduit()),
                        Guards.staged("consent")
                                .onlyIf(situation -> !situation.actor().isConduit()))
                .startsIf(situation -> !situation.clear().isTrue("urgent"), clock("FIRST_CONTACT"))
                .startsIf(
                        situation -> situation.clear().isTrue("urgent"),
                        clock("FIRST_CONTACT").by("urgent"))
                .shows(
                        oneOf(
                                "categoryGroup",
                                "ELDER",
                                "CHILD",
                                "DISABILITY",
                                "REPAIR",
                                "HEALTH",
                                "WELFARE_LEAD",
                                "OTHER"),
                        field("town", FieldType.TOWN),
                        field("urgent", FieldType.FLAG),
                        oneOf("custody", Custody.class).optional())
                .notes(field("key", FieldType.BASE64).optional())
                .stages("need", "address")
                .mayStage("consent")
                .does(NeedGuards::found)
                .source("seed; SAL 39"),
        row("E02")
                .from(COLLECTED)
                .action("classify")
                .to(CLASSIFIED)
                .by(Role.NEEDS_OFFICER, Role.GRID_LEAD)
                .when(NeedGuards.daysAreInOrder())
                .meets("FIRST_CONTACT")
                .starts("MATCH")
                .shows(
                        field("serviceCode", FieldType.CODE),
                        field("earliestDay", FieldType.DATE),
                        field("latestDay", FieldType.DATE),
                        field("hours", new FieldType.Whole(1, 24))),
        row("E03")
                .from(COLLECTED, CLASSIFIED, WAITLISTED)
                .action("refer")
                .to(REFERRED)
                .by(Role.NEEDS_OFFICER, Role.GRID_LEAD)
                .meets("FIRST_CONTACT", "MATCH")
                .shows(field("channelCode", FieldType.CODE))
                .stages("letter")
                .source("SAL 39"),
        row("E04")
                .from(CLASSIFIED, WAITLISTED)
                .action("match")
                .to(MATCHED)
                .by(Role.NEEDS_OFFICER)
                .byTimer()
                .when(Matching.checkpointIsFresh(), Matching.everyCandidateIsEligible())
                .meets("MATCH", "WAIT")
                .starts("CHOOSE")
                .shows(field("checkpoint", FieldType.NAME).optional())
                .takes(field("candidates", new FieldType.ListOf(FieldType.NAME, 1, 50)))
                .does(Matching::rank),
        row("E05")
                .from(CLASSIFIED)
                .action("waitlist")
                .to(WAITLISTED)
                .by(Role.NEEDS_OFFICER)
                .byTimer()
                .timerNotBefore(Trigger.elapsed("MATCH"))
                .cancels("MATCH")
                .starts("WAIT")
                .notes(field("excludedReasons", new FieldType.ListOf(FieldType.CODE, 0, 20))
                        .optional()),
        row("E06")
                .from(WAITLISTED)
                .action("escalate")
                .to(TOWN_HANDLING)
                .byTimer()
                .by(Role.TOWN_LEAD)
                .notBefore(Trigger.elapsed("WAIT"))
                .cancels("WAIT")
                .starts("MATCH"),
        row("E07")
                .from(TOWN_HANDLING)
                .action("assignByTown")
                .to(CHOSEN)
                .by(Role.TOWN_LEAD)
                .when(NeedGuards.resourceIsOpen())
                .meets("MATCH")
                .starts("SCHEDULE")
                .shows(field("resource", FieldType.NAME))
                .notes(field("reasonCode", FieldType.CODE)),
        row("E08")
                .from(TOWN_HANDLING)
                .action("unmet")
                .to(UNMET)
                .by(Role.TOWN_LEAD)
                .meets("MATCH")
                .shows(field("reasonCode", FieldType.CODE), field("remedyId", FieldType.NAME))
                .stages("letter"),
        row("E09")
                .from(MATCHED)
                .action("choose")
                .to(CHOSEN)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .by(Role.GRID_WORKER)
                .when(NeedGuards.hasRecordedWord(), NeedGuards.isOneOfThoseOffered())
                .meets("CHOOSE")
                .starts("SCHEDULE")
                .shows(field("resource", FieldType.NAME))
                .mayStage("word"),
        row("E10")
                .from(MATCHED)
                .action("chooseNone")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .byTimer()
                .when(Counts.fewerThan("rounds", "need", "redo.count"))
                .timerNotBefore(Trigger.elapsed("CHOOSE"))
                .cancels("CHOOSE")
                .starts("MATCH")
                .does(Counts.up("rounds")),
        row("E11")
                .from(MATCHED)
                .action("giveUp")
                .to(CANCELLED)
                .byTimer()
                .when(Guard.that(Counts.usedUp("rounds", "need", "redo.count"), RefusalCode.ILLEGAL_TRANSITION))
                .notBefore(Trigger.elapsed("CHOOSE")),
    };

    private static final RowBuilder[] SERVICE = {
        row("E12")
                .from(CHOSEN)
                .action("schedule")
                .to(SCHEDULED)
                .by(Role.PROVIDER)
                .when(NeedGuards.isProviderOfTheResource(), Slots.isFree())
                .meets("SCHEDULE")
                .startsDated("SERVE", Slots::serve)
                .shows(field("day", FieldType.DATE), field("slot", new FieldType.Whole(1, 1000)))
                .stages("time", "place")
                .does(Slots::take),
        row("E13")
                .from(CHOSEN)
                .action("providerDeclines")
                .to(CLASSIFIED)
                .by(Role.PROVIDER)
                .byTimer()
                .when(
                        NeedGuards.isProviderOfTheResource(),
                        Guards.given("reasonCode").onlyIf(Guards.byTimer().not()))
                .timerNotBefore(Trigger.elapsed("SCHEDULE"))
                .cancels("SCHEDULE")
                .starts("MATCH")
                .notes(field("reasonCode", FieldType.CODE).optional())
                .does(NeedGuards::exclude),
        row("E14")
                .from(SCHEDULED)
                .action("reschedule")
                .stays()
                .by(Role.PROVIDER)
                .when(
                        NeedGuards.isProviderOfTheResource(),
                        Guards.alsoSignedBy(KeyRole.HOLDER),
                        Counts.fewerThan("reschedules", "need", "redo.count"),
                        Slots.isFree())
                .cancels("SERVE")
                .startsDated("SERVE", Slots::serve)
                .shows(field("day", FieldType.DATE), field("slot", new FieldType.Whole(1, 1000)))
                .does(Slots::free)
                .does(Slots::take)
                .does(Counts.up("reschedules")),
        row("E15")
                .from(SCHEDULED)
                .action("checkIn")
                .to(IN_SERVICE)
                .by(Role.PROVIDER)
                .when(NeedGuards.isProviderOfTheResource())
                .meets("SERVE")
                .stages("presence"),
        row("E16")
                .from(SCHEDULED)
                .action("noShow")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .when(Guard.that(Windows.elapsed("SERVE"), RefusalCode.CLOCK_NOT_ELAPSED))
                .cancels("SERVE")
                .starts("MATCH")
                .does((situation, draft) -> draft.note("outcome", "NO_SHOW_PROVIDER")),
        row("E17")
                .from(IN_SERVICE)
                .action("deliver")
                .to(DELIVERED)
                .by(Role.PROVIDER)
                .when(NeedGuards.isProviderOfTheResource())
                .starts(window("CONFIRM"))
                .shows(field("minutes", new FieldType.Whole(1, 1440)))
                .stages("report"),
        row("E18")
                .from(DELIVERED)
                .action("confirm")
                .to(CLOSED)
                .byKey(KeyRole.HOLDER)
                .witnessed()
                .meets("CONFIRM")
                .opens(Kind.GRIEVANCE, BadReviews::ofRating)
                .shows(field("rating", new FieldType.Whole(1, 5)))
                .mayStage("remark")
                .source("seed"),
        row("E19")
                .from(DELIVERED)
                .action("contest")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .when(Counts.fewerThan("contests", "need", "redo.count"))
                .cancels("CONFIRM")
                .starts("MATCH")
                .stages("reason")
                .does(Counts.up("contests")),
        row("E20")
                .from(DELIVERED)
                .action("timeoutClose")
                .to(CLOSED_UNCONFIRMED)
                .byTimer()
                .notBefore(Trigger.elapsed("CONFIRM")),
        row("E21")
                .from(COLLECTED, CLASSIFIED, WAITLISTED, TOWN_HANDLING, MATCHED, CHOSEN, SCHEDULED)
                .action("cancel")
                .to(CANCELLED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .when(NeedGuards.hasRecordedWord())
                .cancelsAll()
                .mayStage("word")
                .does(Slots::free),
        row("E22")
                .from(IN_SERVICE)
                .action("breakOff")
                .to(CLASSIFIED)
                .by(Role.PROVIDER)
                .byKey(KeyRole.HOLDER)
                .when(NeedGuards.isProviderOfTheResource())
                .starts("MATCH")
                .notes(field("reasonCode", FieldType.CODE))
                .stages("note"),
    };

    public static final Lifecycle TABLE = lifecycle(Kind.SERVICE_NEED, ServiceNeedState.class, "R5", MATCHING, SERVICE);

    private ServiceNeedTable() {}
}
