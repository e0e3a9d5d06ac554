package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.DemoCounty;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.TownWork;
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
        Reply applied = resident.file(apply);
        Case application = Case.created(apply, applied);
        TownWork work = new TownWork(offices);
        work.verify(application);
        Case notice = work.post(application);
        application.await(offices.clerk(), "COUNTY_REVIEW");
        notice.take(offices.clerk(), "takeDown", Map.of(), "photo");
        granted(application);
        paid(application, resident);
        Reply receipt = county.gateway()
                .get("/v1/receipts/" + applied.at("/receiptTxId"))
                .expect(200);
        assertThat(receipt.body().at("/matter/history").size()).isEqualTo(Math.toIntExact(application.seq()));
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
                offices.finance(), Kind.DISBURSEMENT, TownWork.field(offices.finance(), application, "disbursementId"));
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
        Case application = Case.created(apply, resident.file(apply));
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
