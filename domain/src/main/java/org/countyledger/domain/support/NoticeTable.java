package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.ClockStep.Start.clock;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.NoticeState.DOWN;
import static org.countyledger.domain.support.NoticeState.LINTED;
import static org.countyledger.domain.support.NoticeState.UP;
import static org.countyledger.domain.support.NoticeState.VOID;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.DueDate;

/** Public notice 公示 of a welfare application; opened by it, posted and taken down in the village. */
public final class NoticeTable {
    private static final String WELFARE = "welfare";

    public static final Lifecycle TABLE = lifecycle(
            Kind.NOTICE,
            NoticeState.class,
            "R10",
            rows(
                    row("K31")
                            .creates()
                            .action("prepare")
                            .to(LINTED)
                            .openedBy("A20", "A33")
                            .starts("POST")
                            .shows(
                                    oneOf("noticeKind", "PRELIMINARY", "CONFIRMATION"),
                                    oneOf("scope", "VILLAGE"),
                                    field("linterVersion", FieldType.NAME))
                            .stages("text")
                            .source("SAL 11, 45; ZJ 55(2)"),
                    row("K32")
                            .from(LINTED)
                            .action("post")
                            .to(UP)
                            .by(Role.TOWN_CLERK)
                            .when(Guard.that(situation -> period(situation).isPresent(), RefusalCode.POLICY_MISSING))
                            .meets("POST")
                            .starts(clock("TAKEDOWN").from(NoticeTable::endAt))
                            .shows(field("placeCode", FieldType.NAME))
                            .stages("photo")
                            .does((situation, draft) ->
                                    draft.show("endAt", endAt(situation).toString()))
                            .source("[ZZ]"),
                    row("K33")
                            .from(UP)
                            .action("takeDown")
                            .to(DOWN)
                            .by(Role.TOWN_CLERK, Role.GRID_WORKER)
                            .notBefore((header, records) -> postedUntil(header))
                            .meets("TAKEDOWN")
                            .opens(Kind.AUDIT_FINDING, NoticeTable::findingIfLate)
                            .stages("photo")
                            .source("PIPL 47"),
                    row("K34")
                            .from(LINTED, UP)
                            .action("void")
                            .to(VOID)
                            .by(Role.TOWN_LEAD, Role.SUPERVISOR, Role.AUDITOR)
                            .cancelsAll()
                            .opens(Kind.AUDIT_FINDING, NoticeTable::findingIfUp)
                            .shows(field("cause", FieldType.CODE))
                            .stages("memo")));

    private NoticeTable() {}

    private static Optional<PolicyVersion.NamedPeriod> period(Situation situation) {
        return situation.policy(WELFARE).flatMap(policy -> policy.period("notice"));
    }

    /** The last moment of the posting: full days of 24 hours of the parent's policy version. */
    private static Instant endAt(Situation situation) {
        return period(situation)
                .map(named -> DueDate.of(
                                situation.at(),
                                named.period(),
                                false,
                                situation.policies().calendar(situation.at()))
                        .at())
                .orElseThrow();
    }

    private static Optional<Instant> postedUntil(Header header) {
        return header.fields().text("endAt").map(Instant::parse);
    }

    /** Taken away before its time it was posted too short, whatever the cause. */
    private static List<Opening> findingIfUp(Situation situation) {
        Header notice = situation.header();
        boolean early = postedUntil(notice).filter(situation.at()::isBefore).isPresent();
        return notice.state().equals(UP.name())
                ? List.of(AuditFindings.about(
                        notice,
                        early ? "NOTICE_SHORT" : "NOTICE_VOID",
                        situation.request().moment().txId()))
                : List.of();
    }

    private static List<Opening> findingIfLate(Situation situation) {
        boolean late = situation
                .header()
                .clock("TAKEDOWN")
                .filter(clock -> clock.isPast(situation.at()))
                .map(Clock::isLive)
                .orElse(false);
        return late
                ? List.of(AuditFindings.about(
                        situation.header(),
                        "NOTICE_LEFT_UP",
                        situation.request().moment().txId()))
                : List.of();
    }
}
