package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.DemoCounty;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application goes from the resident's phone to the bank, every step by the one whose step it is. */
@ExtendWith(DemoCounty.class)
class WelfareTest {
    private static final String RULES = "welfare:1";

    private final County county;
    private final Offices offices;

    WelfareTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    @Test
    void aHouseholdAppliesIsVisitedPostedGrantedAndPaid() {
        Resident resident = Resident.of(county);
        Command apply = resident.application();
        Reply applied = resident.submit(apply);
        Case application = Case.created(apply, applied);
        verified(application);
        Case notice = posted(application);
        application.await(offices.clerk(), "COUNTY_REVIEW");
        notice.take(offices.clerk(), "takeDown", Map.of(), "photo");
        granted(application);
        paid(application, resident);
        Reply receipt = county.gateway()
                .get("/v1/receipts/" + applied.at("/receiptTxId"))
                .expect(200);
        assertThat(receipt.body().at("/matter/history").size()).isEqualTo(Math.toIntExact(application.seq()));
    }

    private void verified(Case application) {
        application.declareNoConflict(offices.clerk());
        application.take(offices.clerk(), "accept", Map.of("dupCheck", "NONE"), "checkList");
        List<String> surveyors =
                List.of(offices.surveyor().staff(), offices.secondSurveyor().staff());
        application.take(offices.clerk(), "startVerification", Map.of("surveyors", surveyors), "order");
        Command report = application.step("recordHomeVisit", Map.of("applicant", "SIGNED"), "visitReport");
        offices.surveyor().submit(report).expect(200);
        Case visited = Case.seen(offices.clerk(), Kind.APPLICATION, application.id());
        Command same = visited.step("recordHomeVisit", report.content().clear()).with(report.content());
        offices.secondSurveyor().submit(same).expect(200);
        application.await(offices.clerk(), "VERIFYING");
        application.declareNoConflict(offices.lead());
        application.take(
                offices.lead(),
                "giveOpinion",
                Map.of("variant", "GRANT", "ruleVersion", RULES, "reasonCode", "LIVES_BELOW_LINE"),
                "opinion");
    }

    private Case posted(Case application) {
        application.take(offices.clerk(), "openNotice", Map.of("linterVersion", "lint-1"), "text");
        String id = field(offices.clerk(), application, "noticeId");
        Case notice = Case.seen(offices.clerk(), Kind.NOTICE, id);
        notice.take(offices.clerk(), "post", Map.of("placeCode", "village-board-1"), "photo");
        Reply early = offices.clerk().submit(notice.step("takeDown", Map.of(), "photo"));
        early.expectProblem(409, "clock-not-elapsed");
        assertThat(early.at("/availableAt")).isNotBlank();
        return notice;
    }

    private static String field(Officer reader, Case record, String name) {
        return reader.get(record.path()).expect(200).at("/header/fields/" + name);
    }

    private void granted(Case application) {
        application.declareNoConflict(offices.decider());
        Map<String, Object> decision =
                Map.of("startMonth", month(), "ruleVersion", RULES, "payment", "MONTHLY", "moneyless", false);
        application.take(offices.decider(), "grant", decision, "decision", "amount");
        application.take(offices.clerk(), "publish", Map.of("linterVersion", "lint-1"), "text");
    }

    private void paid(Case application, Resident resident) {
        Map<String, Object> instruction = Map.of("month", month(), "review", "FIXED");
        application.take(offices.finance(), "instructPayment", instruction, "amount");
        Case money = Case.seen(
                offices.finance(), Kind.DISBURSEMENT, field(offices.finance(), application, "disbursementId"));
        money.take(offices.financeChecker(), "release", Map.of(), "bankFile");
        money.take(offices.finance(), "reserve", Map.of(), "bankReturn");
        money.take(offices.finance(), "commit", Map.of(), "bankReturn");
        money.take(resident, "confirmReceived", Map.of());
        assertThat(offices.finance().get(money.path()).at("/state")).isEqualTo("SETTLED");
        assertThat(offices.finance().get(application.path()).at("/state")).isEqualTo("ACTIVE");
    }

    private static String month() {
        return YearMonth.now(ZoneOffset.ofHours(8)).toString();
    }

    @Test
    void onlyTheHouseholdWithdrawsAndTheReceiptSaysWhenNothingIsLeftToDo() {
        Resident resident = Resident.of(county);
        Command apply = resident.application();
        Case application = Case.created(apply, resident.submit(apply));
        Reply possibilities = county.gateway()
                .get("/v1/receipts/" + lastTransaction(application))
                .expect(200);
        assertThat(possibilities.body().at("/matter/possibilities").toString()).contains("撤回");
        application.take(resident, "withdraw", Map.of());
        Reply withdrawn = county.gateway()
                .get("/v1/receipts/" + lastTransaction(application))
                .expect(200);
        assertThat(withdrawn.body().at("/matter/terminal").asBoolean()).isTrue();
        assertThat(withdrawn.body().at("/matter/possibilities")).isEmpty();
    }

    private String lastTransaction(Case application) {
        return offices.clerk().get(application.path()).expect(200).at("/header/position/lastTxId");
    }
}
