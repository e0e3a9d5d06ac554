package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.ClockStep.Named.Move;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Rows that every kind of record has (domain.md 3.13). */
public final class CommonRows {
    private static final FieldType CLOCKS = new FieldType.ListOf(FieldType.CODE, 1, 20);
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPERVISOR, Role.AUDITOR);

    private CommonRows() {}

    /** The rows, made anew for each table. */
    public static List<RowBuilder> all() {
        return List.of(rows(
                row("Z01")
                        .fromAny()
                        .action("comment")
                        .stays()
                        .by(new Who.AnyHand())
                        .byKey(KeyRole.HOLDER, KeyRole.values())
                        .stages("note"),
                row("Z02")
                        .fromAny()
                        .action("reassign")
                        .stays()
                        .by(Role.CASE_OFFICER_LEAD)
                        .by(new Who.HolderIf(
                                Role.TOWN_LEAD, situation -> situation.command().kind() == Kind.WELFARE_APPLICATION))
                        .when(Assignments.hasNoConflict())
                        .shows(field("assignee", FieldType.STAFF))
                        .notes(field("reasonCode", FieldType.CODE)),
                row("Z03")
                        .fromAny()
                        .action("fixDue")
                        .stays()
                        .byTimer()
                        .when(DueDateFix.guard())
                        .notes(field("clock", FieldType.CODE), field("n", new FieldType.Whole(1, 1000)))
                        .does(DueDateFix::apply)
                        .source("CC 203"),
                row("Z04")
                        .fromAnyAlsoTerminal()
                        .action("declareOverdue")
                        .stays()
                        .by(new Who.Anyone())
                        .when(Guard.that(situation -> false, RefusalCode.UNKNOWN_FUNCTION)),
                row("Z05")
                        .fromAny()
                        .action("addKey")
                        .stays()
                        .byKey(KeyRole.HOLDER)
                        .by(new Who.HolderIf(Role.TOWN_CLERK, RecordKeys.none()))
                        .by(new Who.HolderIf(Role.PETITION_REGISTRAR, RecordKeys.none()))
                        .when(
                                RecordKeys.isNewP256Key(),
                                Guards.staged("mandate").onlyIf(Guards.says("keyRole", "PROXY")),
                                RecordKeys.witnessedByOfficer())
                        .notes(
                                oneOf("keyRole", KeyRole.class),
                                field("newKey", FieldType.BASE64),
                                oneOf("custody", Custody.class))
                        .mayStage("mandate")
                        .does(RecordKeys::add)
                        .source("SAL 37(3)"),
                row("Z05")
                        .fromAny()
                        .action("revokeKey")
                        .stays()
                        .byKey(KeyRole.HOLDER)
                        .when(RecordKeys.isLive())
                        .notes(field("oldKey", FieldType.BASE64))
                        .does(RecordKeys::revoke)
                        .source("SAL 37(3)"),
                row("Z06")
                        .fromAnyAlsoTerminal()
                        .action("recordDelivery")
                        .stays()
                        .by(new Who.HandlingOfficer())
                        .byTimer()
                        .when(Delivered.guard())
                        .notes(field("receiptId", FieldType.NAME))
                        .does(Delivered::apply)
                        .source("XF 23, 35; CPL 95"),
                row("Z07")
                        .fromAnyAlsoTerminal()
                        .action("disclose")
                        .stays()
                        .by(new Who.AnyOfficer())
                        .when(Guard.that(situation -> false, RefusalCode.UNKNOWN_FUNCTION))
                        .opensAny(situation -> List.of())
                        .source("PIPL 34; GDS 25"),
                row("Z08")
                        .fromAny()
                        .action("flagConflict")
                        .stays()
                        .by(Role.SUPERVISOR, Role.AUDITOR)
                        .by(new Who.AnyOfficer())
                        .when(
                                Guard.that(
                                        situation -> Conflicts.isAboutOneself().holds(situation)
                                                || OVERSEERS.contains(
                                                        situation.actor().role()),
                                        RefusalCode.NOT_THE_NAMED_OFFICER),
                                Conflicts.declared())
                        .notes(field("officer", FieldType.STAFF))
                        .does((situation, draft) -> draft.flag(Conflicts.FLAG))
                        .source("XF 28"),
                row("Z09")
                        .fromAny()
                        .action("suspendClocks")
                        .stays()
                        .by(Role.SUPERVISOR)
                        .when(Assignments.ofAnotherDepartment(), Assignments.clocksRun())
                        .moves(Move.SUSPEND, "named", Assignments::clocks)
                        .notes(field("clocks", CLOCKS), oneOf("code", "FORCE_MAJEURE"), field("until", FieldType.DATE))
                        .stages("document"),
                row("Z09")
                        .fromAny()
                        .action("resumeClocks")
                        .stays()
                        .by(Role.SUPERVISOR)
                        .when(Assignments.ofAnotherDepartment())
                        .moves(Move.RELEASE, "named", Assignments::clocks)
                        .notes(field("clocks", CLOCKS), oneOf("code", "FORCE_MAJEURE"))
                        .stages("document"),
                row("Z10")
                        .fromAny()
                        .action("movePolicy")
                        .stays()
                        .byTimer()
                        .when(LaterPolicies.appliesToOpen())
                        .notes(field("version", new FieldType.Whole(1, Integer.MAX_VALUE)))
                        .does(LaterPolicies::move),
                row("Z11")
                        .fromAnyAlsoTerminal()
                        .action("purge")
                        .stays()
                        .by(Role.DPO)
                        .byTimer()
                        .when(Purging.guard())
                        .notes(
                                field(
                                        Purging.GROUPS,
                                        new FieldType.ListOf(
                                                new FieldType.Text(
                                                        "the name of a group",
                                                        Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}")),
                                                1,
                                                20)),
                                oneOf(Purging.BASIS, Purging.RETENTION, Purging.REQUEST))
                        .does(Purging::apply)
                        .source("PIPL 47")));
    }
}
