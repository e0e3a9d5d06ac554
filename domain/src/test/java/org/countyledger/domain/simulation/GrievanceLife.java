package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;

/** A resident's grievance, from the grid worker's door to the last word. */
final class GrievanceLife extends CaseLife {
    private static final List<String> DEPARTMENTS = Cadre.DEPARTMENTS.keySet().stream()
            .filter(department -> !department.equals("audit"))
            .sorted()
            .toList();

    private final String town;
    private final String grid;
    private final String category;
    private final boolean oral;

    GrievanceLife(Desk desk, String person, String town, String grid) {
        super(desk, Kind.GRIEVANCE, person);
        this.town = town;
        this.grid = grid;
        this.category =
                desk.chance().one(List.of("CONSULT", "HELP", "COMPLAINT", "SUGGESTION", "CLAIM", "DISPUTE", "ENV"));
        this.oral = desk.chance().percent(20);
    }

    @Override
    void begin() {
        if (oral) {
            registration(worker()).does("registerFor").with("channel", "ORAL").accepted();
            return;
        }
        registration(Officers.CONDUIT)
                .signedBy(KeyRole.HOLDER, resident)
                .does("register")
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .accepted();
    }

    private Act registration(Actor actor) {
        return desk.by(actor, target)
                .under(founding)
                .with("category", category)
                .with("town", town)
                .with("mode", "REAL")
                .with("urgent", desk.chance().percent(10))
                .staging("text", "identity");
    }

    /** The worker of the resident's grid. */
    private Actor worker() {
        return desk.cadre().at(Role.GRID_WORKER, town).stream()
                .filter(actor -> actor.grid().equals(Optional.of(grid)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "REGISTERED" -> route(header);
            case "GRID_HANDLING" -> onTheSpot();
            case "DISPATCHED" -> intake(header);
            case "DISPATCH_OBJECTED" -> rule();
            case "ACCEPTED" -> investigate();
            case "IN_HANDLING" -> handle(header);
            case "OPINION_ISSUED" -> execute(header);
            case "RESOLVED" -> hearTheResident(header);
            case "CLOSED", "CLOSED_UNCONFIRMED" -> archive(header);
            case "UNDER_REVIEW" -> review();
            case "REVIEW_DECIDED" -> archive(header);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> route(Header header) {
        if (!header.fields().has("gridWorker") && desk.chance().percent(40)) {
            desk.by(worker(), target).does("gridTry").accepted();
            return desk.hours(9);
        }
        desk.by(desk.one(Role.PETITION_REGISTRAR, "petitions"), target)
                .does("dispatch")
                .with("department", desk.chance().one(DEPARTMENTS))
                .accepted();
        return desk.hours(20);
    }

    private Optional<Instant> onTheSpot() {
        if (!category.equals("CLAIM") && desk.chance().percent(50)) {
            desk.by(worker(), target)
                    .does("gridSettle")
                    .with("result", "SETTLED")
                    .staging("proof")
                    .accepted();
            return desk.days(2);
        }
        desk.by(worker(), target)
                .does("upload")
                .with("reasonCode", "NOT_OURS")
                .staging("note")
                .accepted();
        return desk.hours(9);
    }

    private String department() {
        return header().handling().dept().orElseThrow();
    }

    private Optional<Instant> intake(Header header) {
        boolean mayObject = header.clock("OBJECT_DISPATCH")
                .filter(clock -> clock.state() == Clock.State.RUNNING
                        && !clock.isPast(desk.county().now()))
                .isPresent();
        if (mayObject && desk.chance().percent(12)) {
            desk.by(desk.one(Role.CASE_OFFICER_LEAD, department()), target)
                    .does("objectDispatch")
                    .with("reasonCode", "NOT_COMPETENT")
                    .staging("reason")
                    .accepted();
            return desk.hours(12);
        }
        Actor officer = desk.cleared(Role.CASE_OFFICER, department(), target, "accept");
        desk.by(officer, target).does("accept").staging("receiptNotice").accepted();
        desk.deliver(target, "receiptNotice");
        return desk.days(2);
    }

    private Optional<Instant> rule() {
        desk.by(desk.one(Role.SUPERVISOR, "petitions"), target)
                .does("ruleDispatch:UPHELD")
                .with("department", desk.chance().one(DEPARTMENTS))
                .staging("memo")
                .accepted();
        return desk.hours(9);
    }

    private Optional<Instant> investigate() {
        desk.by(desk.cleared(Role.CASE_OFFICER, department(), target, "investigate"), target)
                .does("investigate")
                .staging("plan")
                .accepted();
        return desk.days(3);
    }

    private Optional<Instant> handle(Header header) {
        if (header.fields().integer("reopens").orElse(0L) > 0) {
            return rectify(header);
        }
        if (category.equals("CLAIM") || category.equals("DISPUTE")) {
            Actor lead = desk.cleared(Role.CASE_OFFICER_LEAD, department(), target, "issueOpinion");
            desk.by(lead, target)
                    .does("issueOpinion")
                    .with("result", desk.chance().one(List.of("SUPPORT", "PARTIAL", "EXPLAIN", "NOT_SUPPORT")))
                    .with("remedyId", "remedy-grievance-1")
                    .staging("opinion")
                    .accepted();
            desk.deliver(target, "opinion");
            return desk.days(9);
        }
        Act reply = officer("reply").with("result", "DONE").staging("reply");
        (category.equals("SUGGESTION") ? reply.with("adopted", true) : reply).accepted();
        return desk.days(2);
    }

    private Act officer(String words) {
        return desk.by(desk.one(Role.CASE_OFFICER, department()), target).does(words);
    }

    private Optional<Instant> rectify(Header header) {
        if (header.clock("CALLBACK").orElseThrow().isLive()) {
            Actor registrar = desk.one(Role.PETITION_REGISTRAR, "petitions");
            desk.by(registrar, target).does("recordCallback").staging("note").accepted();
            return desk.days(5);
        }
        boolean ofThePlace = !desk.cadre().at(Role.CASE_OFFICER, department()).isEmpty();
        if (ofThePlace) {
            officer("rectified").staging("proof").accepted();
        }
        return desk.days(2);
    }

    private Optional<Instant> execute(Header header) {
        String result = header.fields().text("result").orElseThrow();
        if (result.equals("SUPPORT") || result.equals("PARTIAL")) {
            officer("execute").staging("proof").accepted();
        } else if (!oral && desk.chance().percent(15) && windowIsOpen("REVIEW_WINDOW")) {
            byResident("requestReview").staging("request").accepted();
        } else {
            officer("conclude").accepted();
        }
        return desk.days(3);
    }

    private boolean windowIsOpen(String clock) {
        return after(clock).filter(desk.county().now()::isBefore).isPresent();
    }

    private Optional<Instant> review() {
        desk.by(desk.one(Role.SUPERIOR_ORGAN_CLERK, "petitions"), target)
                .does("recordReview:UPHELD")
                .with("reviewResult", "UPHELD")
                .staging("superiorDoc")
                .accepted();
        desk.deliver(target, "superiorDoc");
        return desk.days(9);
    }

    private Optional<Instant> hearTheResident(Header header) {
        if (!header.awaited().isEmpty()) {
            desk.intruder()
                    .mustBeRefused(
                            desk.byTimer(target).does("timeoutClose"),
                            RefusalCode.CLOCK_NOT_RUNNING,
                            RefusalCode.CLOCK_NOT_ELAPSED);
            desk.deliverAwaited(target);
            return desk.days(5);
        }
        Optional<Instant> due = after("CONFIRM");
        if (due.filter(end -> !desk.county().now().isBefore(end)).isPresent()) {
            desk.byTimer(target).does("timeoutClose").accepted();
            return desk.days(3);
        }
        if (oral || desk.chance().percent(30)) {
            return due;
        }
        if (desk.chance().percent(80)) {
            byResident("confirm").with("rating", 4L).accepted();
            return desk.days(9);
        }
        boolean last = header.fields().integer("reopens").orElse(0L) >= 2;
        byResident(last ? "rateBadFinal" : "rateBad").with("rating", 1L).accepted();
        return desk.hours(6);
    }

    private Optional<Instant> archive(Header header) {
        Instant now = desk.county().now();
        boolean reopens = header.state().equals("CLOSED")
                && windowIsOpen("REOPEN")
                && header.fields().integer("reopens").orElse(0L) < 2;
        if (!oral && reopens && desk.chance().percent(6)) {
            byResident("reopen").staging("reason").accepted();
            return desk.hours(6);
        }
        Optional<Instant> last = header.running()
                .filter(Clock::window)
                .map(Clock::dueAt)
                .filter(now::isBefore)
                .max(Instant::compareTo);
        boolean executes = header.running().anyMatch(clock -> clock.name().equals("EXECUTE"));
        if (last.isPresent() || executes || !header.awaited().isEmpty()) {
            return last;
        }
        desk.byTimer(target).does("archive").accepted();
        return Optional.empty();
    }
}
