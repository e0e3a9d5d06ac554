package org.countyledger.domain.audit;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;

/** What must be true of audit engagements: one unit each, at least two auditors, every finding settled at the end. */
final class Engagements {
    private static final String FINDING = "finding";
    private static final int FEWEST = 2;

    private Engagements() {}

    static void found(Situation situation, Draft draft) {
        String unit = situation.text("unit");
        draft.handledBy(Guards.organizationOf(situation, unit), unit);
    }

    static Guard leadTimeIsOverOrOrdered() {
        return situation -> situation.clear().isTrue("specialOrder")
                ? Guards.staged("order").check(situation)
                : Guard.that(Windows.elapsed("LEAD_TIME"), RefusalCode.CLOCK_NOT_ELAPSED)
                        .check(situation);
    }

    static Guard twoAuditors() {
        return Guard.that(
                situation ->
                        situation.clear().texts("auditors").stream().distinct().count() >= FEWEST,
                RefusalCode.FIELD_INVALID);
    }

    static Guard findingsExist() {
        return Guard.that(
                situation -> situation.clear().texts("findings").stream()
                        .allMatch(id -> situation.record(Kind.AUDIT_FINDING, id).isPresent()),
                RefusalCode.LINK_INVALID);
    }

    static void linkFindings(Situation situation, Draft draft) {
        situation.clear().texts("findings").forEach(id -> draft.link(new Link(FINDING, Kind.AUDIT_FINDING, id)));
    }

    static Guard everyFindingIsSettled() {
        return situation -> {
            List<Link> findings = situation.header().links().stream()
                    .filter(link -> link.rel().equals(FINDING))
                    .toList();
            boolean settled = findings.stream()
                    .map(link -> situation.record(link.kind(), link.id()))
                    .allMatch(finding -> finding.filter(header ->
                                    AuditFindingState.valueOf(header.state()).isTerminal())
                            .isPresent());
            return settled ? Optional.empty() : situation.refuse(RefusalCode.FINDING_OPEN);
        };
    }
}
