package org.countyledger.domain.simulation;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.time.CountyTime;

/** A household that applies for help, from the form to the last payment. */
final class WelfareLife extends CaseLife {
    private final String town;
    private final String programme;
    private final String department;

    WelfareLife(Desk desk, String person, String town) {
        super(desk, Kind.WELFARE_APPLICATION, person);
        this.town = town;
        this.programme = desk.chance().one(List.of("DIBAO", "DIBAO", "DIBAO", "MEDICAL", "DIBAO_EDGE"));
        this.department = programme.equals("MEDICAL") ? "medical-insurance" : "civil-affairs";
    }

    @Override
    void begin() {
        desk.by(Officers.CONDUIT, target)
                .under(founding)
                .signedBy(KeyRole.HOLDER, resident)
                .does("submit")
                .with("programme", programme)
                .with("town", town)
                .with("band", desk.chance().one(List.of("1", "2", "3", "4", "5+")))
                .with("channel", "ONLINE")
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .staging("form", "consent")
                .accepted();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "SUBMITTED" -> intake(header);
            case "CORRECTION" -> correction();
            case "ACCEPTED" -> sendSurveyors();
            case "VERIFYING" -> verify(header);
            case "OPINION_GIVEN" -> openNotice();
            case "PUBLIC_NOTICE" -> waitForNotice();
            case "COUNTY_REVIEW" -> decide(header);
            case "REFUSED" -> refused(header);
            case "RECONSIDERATION" -> reconsider(header);
            case "GRANTED" -> begun(header);
            case "ACTIVE" -> nextMonth(header);
            case "CHANGE_HEARING" -> hear(header);
            case "ENDING" -> endWindow();
            default -> Optional.empty();
        };
    }

    private Actor clerk() {
        return desk.one(Role.TOWN_CLERK, town);
    }

    private Optional<Instant> intake(Header header) {
        if (desk.chance().percent(6) && !header.fields().has("corrections")) {
            desk.by(clerk(), target)
                    .does("requestCorrection")
                    .with("itemCodes", List.of("LEASE"))
                    .staging("list")
                    .accepted();
            desk.deliver(target, "list");
            return desk.days(9);
        }
        if (desk.chance().percent(3)) {
            byResident("withdraw").accepted();
            return Optional.empty();
        }
        desk.by(desk.cleared(Role.TOWN_CLERK, town, target, "accept"), target)
                .does("accept")
                .with("dupCheck", "NONE")
                .staging("checkList")
                .accepted();
        return desk.hours(16);
    }

    private Optional<Instant> correction() {
        Optional<Instant> due =
                after("CORRECT").filter(end -> !desk.county().now().isBefore(end));
        if (due.isPresent()) {
            desk.byTimer(target).does("lapse").accepted();
            return Optional.empty();
        }
        if (desk.chance().percent(80)) {
            byResident("resubmit").staging("form").accepted();
            return desk.hours(8);
        }
        return after("CORRECT");
    }

    private Optional<Instant> sendSurveyors() {
        Actor one = clerk();
        Actor other = desk.another(Role.TOWN_CLERK, town, List.of(one));
        desk.by(clerk(), target)
                .does("startVerification")
                .with("surveyors", List.of(Desk.staff(one), Desk.staff(other)))
                .staging("order")
                .accepted();
        return desk.days(6);
    }

    private Optional<Instant> verify(Header header) {
        if (!header.fields().isTrue("visitDone")) {
            for (String staff : header.fields().texts("surveyors")) {
                Actor surveyor = desk.cadre().at(Role.TOWN_CLERK, town).stream()
                        .filter(actor -> Desk.staff(actor).equals(staff))
                        .findFirst()
                        .orElseThrow();
                desk.by(surveyor, target)
                        .does("recordHomeVisit")
                        .with("applicant", "SIGNED")
                        .staging("visitReport")
                        .accepted();
            }
            return desk.days(3);
        }
        Actor lead = desk.cleared(Role.TOWN_LEAD, town, target, "giveOpinion:GRANT");
        desk.by(lead, target)
                .does(desk.chance().percent(80) ? "giveOpinion:GRANT" : "giveOpinion:REFUSE")
                .with("ruleVersion", "dibao-2026")
                .with("reasonCode", "INCOME")
                .staging("opinion")
                .accepted();
        return desk.hours(7);
    }

    private Optional<Instant> openNotice() {
        desk.by(clerk(), target)
                .does("openNotice")
                .with("linterVersion", "linter-1")
                .staging("text")
                .accepted();
        desk.agenda().plan(desk.hours(5).orElseThrow(), new NoticeLife(desk, linked("notice"), town));
        return desk.days(2);
    }

    private Optional<Instant> waitForNotice() {
        Optional<Instant> end =
                desk.header(linked("notice")).fields().text("endAt").map(Instant::parse);
        if (end.isEmpty() || desk.county().now().isBefore(end.get())) {
            return end.or(() -> desk.days(1));
        }
        desk.byTimer(target).does("closeNotice").accepted();
        return desk.days(5);
    }

    private Optional<Instant> decide(Header header) {
        if (mustBeVisited(header)) {
            Actor reviewer = desk.cleared(Role.COUNTY_REVIEWER, department, target, "countyVisit");
            desk.by(reviewer, target).does("countyVisit").staging("visitReport").accepted();
            return desk.days(2);
        }
        if (desk.chance().percent(4) && !header.fields().has("sentBack")) {
            desk.by(desk.one(Role.COUNTY_DECIDER, department), target)
                    .does("sendBack")
                    .with("reasonCode", "UNCLEAR")
                    .staging("memo")
                    .accepted();
            return desk.days(4);
        }
        Actor decider = desk.cleared(Role.COUNTY_DECIDER, department, target, "grant");
        if (mustBeVisited(header())) {
            return desk.hours(9);
        }
        if (desk.chance().percent(85)) {
            grant(decider);
        } else {
            refuse(decider);
        }
        return desk.hours(9);
    }

    private static boolean mustBeVisited(Header header) {
        return header.flags().contains("CONFLICT") && !header.fields().isTrue("countyVisitDone");
    }

    private void grant(Actor decider) {
        boolean moneyless = programme.equals("DIBAO_EDGE");
        var act = desk.by(decider, target)
                .does("grant")
                .with("startMonth", thisMonth().toString())
                .with("ruleVersion", "dibao-2026")
                .with("payment", programme.equals("MEDICAL") ? "ONE_OFF" : "MONTHLY")
                .with("moneyless", moneyless)
                .staging("decision");
        (moneyless ? act : act.staging("amount")).accepted();
    }

    private void refuse(Actor decider) {
        desk.by(decider, target)
                .does("refuse")
                .with("reasonCode", "INCOME_ABOVE_LINE")
                .with("remedyId", "remedy-welfare-1")
                .staging("decision")
                .accepted();
    }

    private YearMonth thisMonth() {
        return YearMonth.from(CountyTime.day(desk.county().now()));
    }

    private Optional<Instant> refused(Header header) {
        if (header.clock("RECON_WINDOW").isEmpty()) {
            desk.deliver(target, "decision");
            return desk.days(20);
        }
        return new Remedies(desk, this).afterDecision(20);
    }

    private Optional<Instant> endWindow() {
        desk.deliverAwaited(target);
        return new Remedies(desk, this).afterDecision(10);
    }

    private Optional<Instant> reconsider(Header header) {
        return new Remedies(desk, this).reconsider(header);
    }

    private Optional<Instant> begun(Header header) {
        if (header.clock("PUBLISH").orElseThrow().isLive()) {
            desk.by(clerk(), target)
                    .does("publish")
                    .with("linterVersion", "linter-1")
                    .staging("text")
                    .accepted();
            desk.agenda().plan(desk.hours(5).orElseThrow(), new NoticeLife(desk, linked("confirmation"), town));
            return desk.hours(8);
        }
        if (header.fields().isTrue("moneyless")) {
            desk.by(desk.one(Role.COUNTY_REVIEWER, department), target)
                    .does("startStatus")
                    .accepted();
            return Optional.empty();
        }
        return pay("instructPayment");
    }

    private Optional<Instant> pay(String action) {
        var act = desk.by(desk.one(Role.FINANCE_OFFICER, "finance"), target)
                .does(action)
                .with("month", thisMonth().toString())
                .staging("amount");
        (action.equals("instructPayment") ? act.with("review", "FIXED") : act).accepted();
        Target payment = linked("disbursement");
        desk.agenda().plan(desk.hours(7).orElseThrow(), new PaymentLife(desk, payment, resident, town));
        return Optional.of(Agenda.officeHour(
                thisMonth().plusMonths(1).atDay(5).atStartOfDay().toInstant(CountyTime.OFFSET),
                java.time.Duration.ofHours(desk.chance().below(40))));
    }

    private Optional<Instant> nextMonth(Header header) {
        if (header.fields().isTrue("moneyless")) {
            return Optional.empty();
        }
        if (programme.equals("MEDICAL")) {
            String paid = desk.header(linked("disbursement")).state();
            if (List.of("SETTLED", "SETTLED_UNCONFIRMED", "CANCELLED").contains(paid)) {
                desk.byTimer(target).does("complete").accepted();
                return Optional.empty();
            }
            return desk.days(9);
        }
        if (desk.chance().percent(4)) {
            desk.by(desk.one(Role.TOWN_LEAD, town), target)
                    .does("proposeChange")
                    .with("direction", "END")
                    .with("reasonCode", "INCOME_ROSE")
                    .staging("proposal")
                    .accepted();
            desk.deliver(target, "proposal");
            return desk.days(6);
        }
        return isLater(header) ? pay("instructMonth") : desk.days(9);
    }

    private boolean isLater(Header header) {
        return header.fields()
                .text("month")
                .map(YearMonth::parse)
                .filter(thisMonth()::isAfter)
                .isPresent();
    }

    private Optional<Instant> hear(Header header) {
        if (!header.fields().isTrue("heard")) {
            byResident("answer").staging("answer").accepted();
            return desk.days(8);
        }
        boolean keep = desk.chance().percent(50);
        desk.by(desk.one(Role.COUNTY_DECIDER, department), target)
                .does(keep ? "decideChange:KEEP" : "decideChange:END")
                .with("reasonCode", "INCOME_ROSE")
                .with("remedyId", "remedy-welfare-2")
                .with("changeMonth", thisMonth().plusMonths(1).toString())
                .staging("decision")
                .accepted();
        return desk.days(3);
    }
}
