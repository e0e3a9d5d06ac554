package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.ConflictState.CLOSED;
import static org.countyledger.domain.support.ConflictState.DECLARED;

import java.util.List;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** Declaration of interests 回避申报 of one officer about one record. The relation itself is private. */
public final class ConflictTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.CONFLICT_DECLARATION,
            ConflictState.class,
            "R10",
            rows(
                    row("K51")
                            .creates()
                            .action("declare")
                            .to(DECLARED)
                            .by(new Who.AnyOfficer())
                            .when(
                                    Guard.that(ConflictTable::recordIsThere, RefusalCode.UNKNOWN_RECORD),
                                    Guard.that(ConflictTable::isAboutOneself, RefusalCode.FIELD_INVALID),
                                    Guards.staged("relation").onlyIf(Guards.says("answer", "CONFLICT")))
                            .shows(
                                    field("recordKind", FieldType.KIND),
                                    field("recordId", FieldType.NAME),
                                    oneOf("answer", "NONE", "CONFLICT"))
                            .mayStage("relation")
                            .does((situation, draft) -> draft.show(
                                    "staff", situation.actor().staff().orElse("")))
                            .source("XF 28"),
                    row("K52")
                            .from(DECLARED)
                            .action("revise")
                            .stays()
                            .by(new Who.AnyHand())
                            .when(
                                    Conflicts.isOwnDeclaration(),
                                    Guard.that(
                                            situation -> !Guards.fieldIs("answer", "CONFLICT")
                                                    .holds(situation),
                                            RefusalCode.ANSWER_NOT_CHANGED))
                            .shows(oneOf("answer", "CONFLICT"))
                            .stages("relation")
                            .source("XF 28"),
                    row("K53")
                            .from(DECLARED)
                            .action("overrule")
                            .stays()
                            .by(Role.SUPERVISOR)
                            .when(Guard.that(Guards.fieldIs("answer", "NONE"), RefusalCode.ANSWER_NOT_CHANGED))
                            .opens(Kind.AUDIT_FINDING, ConflictTable::finding)
                            .shows(oneOf("answer", "CONFLICT"))
                            .stages("memo")
                            .source("XF 28"),
                    row("K54")
                            .from(DECLARED)
                            .action("close")
                            .to(CLOSED)
                            .byTimer()
                            .when(Guard.that(ConflictTable::recordHasEnded, RefusalCode.CLOCK_NOT_ELAPSED))));

    private ConflictTable() {}

    private static List<Opening> finding(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(),
                "CONFLICT_CONCEALED",
                situation.request().moment().txId()));
    }

    /** Nothing runs on the record any more, and nothing waits. */
    private static boolean recordHasEnded(Situation situation) {
        return situation
                .field("recordKind")
                .flatMap(Kind::find)
                .flatMap(kind -> situation.field("recordId").flatMap(id -> situation.record(kind, id)))
                .filter(header ->
                        header.awaited().isEmpty() && header.clocks().stream().noneMatch(clock -> clock.isLive()))
                .isPresent();
    }

    private static boolean recordIsThere(Situation situation) {
        return situation
                .record(Kind.ofWireName(situation.text("recordKind")), situation.text("recordId"))
                .isPresent();
    }

    /** The id is made from record and officer, so there is one declaration of each officer about each record. */
    private static boolean isAboutOneself(Situation situation) {
        return situation
                .actor()
                .staff()
                .map(staff -> RecordId.conflictDeclaration(situation.text("recordId"), staff))
                .filter(situation.command().id()::equals)
                .isPresent();
    }
}
