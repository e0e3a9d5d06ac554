package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;

/** An audit of a department: told before it begins, heard before it reports, and closed when its finding is mended. */
final class AuditLife extends CaseLife {
    private static final String UNIT = "civil-affairs";
    private static final Actor LEAD = Officers.officer(Role.AUDIT_LEAD, 1);
    private static final Actor AUDITOR = Officers.officer(Role.AUDITOR, 1);
    private static final Actor UNIT_LEAD =
            Officers.at(Officers.CIVIL_AFFAIRS, UNIT, Officers.officer(Role.CASE_OFFICER_LEAD, 1));

    private final Target finding;

    AuditLife(Desk desk, String name) {
        super(desk, Kind.AUDIT_ENGAGEMENT, name);
        this.finding = desk.county().newRecord(Kind.AUDIT_FINDING);
    }

    private Act lead(String words) {
        return desk.by(LEAD, target).does(words);
    }

    @Override
    void begin() {
        lead("plan")
                .under(founding)
                .with("unit", UNIT)
                .with("scopeKinds", List.of("WelfareApplication"))
                .with("fromBlock", 1L)
                .with("toBlock", 99L)
                .staging("plan")
                .accepted();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "PLANNED" -> tell();
            case "NOTIFIED" -> start(header);
            case "FIELDWORK" -> draft();
            case "OPINION_ASKED" -> hear();
            case "REPORTED" -> mend();
            default -> Optional.empty();
        };
    }

    private Optional<Instant> tell() {
        lead("notify").staging("letter").accepted();
        desk.papers().deliver(UNIT_LEAD, target, "letter");
        return desk.days(2);
    }

    private Optional<Instant> start(Header header) {
        Instant due = header.clock("LEAD_TIME").orElseThrow().dueAt();
        if (desk.county().now().isBefore(due)) {
            desk.intruder().mustBeRefused(lead("start").with("specialOrder", false), RefusalCode.CLOCK_NOT_ELAPSED);
            return Optional.of(Agenda.officeHour(due, Duration.ofHours(1)));
        }
        lead("start").with("specialOrder", false).accepted();
        return desk.days(10);
    }

    private Optional<Instant> draft() {
        desk.by(AUDITOR, finding)
                .does("open")
                .with("brokenRule", "NOTICE_SHORT")
                .with("severity", "MEDIUM")
                .with("unit", UNIT)
                .with("evidenceKeys", List.of())
                .accepted();
        lead("draftReport")
                .with("findings", List.of(finding.id()))
                .with("auditors", List.of("S00000001", "S00000002"))
                .staging("draft")
                .accepted();
        return desk.days(5);
    }

    private Act reporting() {
        return lead("report").with("reportDigest", "a".repeat(64)).staging("report");
    }

    private Optional<Instant> hear() {
        desk.intruder().mustBeRefused(reporting(), RefusalCode.NOT_HEARD);
        desk.by(UNIT_LEAD, target).does("unitOpinion").staging("opinion").accepted();
        reporting().accepted();
        return desk.days(5);
    }

    private Optional<Instant> mend() {
        Header header = desk.header(finding);
        switch (header.state()) {
            case "OPEN" ->
                desk.by(AUDITOR, finding).does("notify").staging("letter").accepted();
            case "NOTIFIED" ->
                desk.by(UNIT_LEAD, finding)
                        .does("respond:AGREE")
                        .with("planDate", "2026-11-01")
                        .staging("reply")
                        .accepted();
            case "RECTIFYING" ->
                desk.by(UNIT_LEAD, finding).does("rectified").staging("proof").accepted();
            case "RECTIFIED" -> {
                desk.intruder().mustBeRefused(lead("close"), RefusalCode.FINDING_OPEN);
                desk.by(AUDITOR, finding).does("verify").staging("memo").accepted();
            }
            default -> {
                lead("close").accepted();
                return Optional.empty();
            }
        }
        return desk.days(8);
    }
}
