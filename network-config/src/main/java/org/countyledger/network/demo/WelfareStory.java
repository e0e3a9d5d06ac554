package org.countyledger.network.demo;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.NoticeLinter;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.Written;
import org.countyledger.network.inventory.Town;
import org.countyledger.network.resident.Resident;
import org.countyledger.network.setup.Offices;

/** Households apply for assistance: one is granted and paid, one refused, one withdraws. */
final class WelfareStory {
    private static final String CIVIL_AFFAIRS = "civil-affairs";
    private static final String RULES = "welfare:1";

    private final Stage stage;
    private final Town town;
    private final List<String> clerks;
    private final String lead;
    private final String decider;

    WelfareStory(Stage stage, Town town) {
        this.stage = stage;
        this.town = town;
        this.clerks = stage.offices().ofTown(town.code(), Role.TOWN_CLERK);
        this.lead = stage.offices().ofTown(town.code(), Role.TOWN_LEAD).getFirst();
        this.decider = stage.offices().one(CIVIL_AFFAIRS, Role.COUNTY_DECIDER);
    }

    /** Tells it; answers the first application as it was submitted. */
    Written tell() {
        stage.narrator()
                .chapter("Welfare: three households apply in " + town.name().en());
        Resident first = stage.resident();
        Written granted = grant(first, Household.next(stage.chance()));
        refuse(stage.resident(), Household.next(stage.chance()));
        withdraw(stage.resident(), Household.next(stage.chance()));
        return granted;
    }

    private Written grant(Resident resident, Household household) {
        Written submitted = submit(resident, household);
        Written verified = verify(submitted);
        Written opinion = opinion(verified, "GRANT", "LIVES_BELOW_LINE");
        Written reviewed = notice(opinion);
        stage.declareNoConflict(decider, reviewed);
        stage.gateway().read(decider, reviewed, "opinion");
        stage.narrator().say("  The county's officer reads the opinion; that she did stands on the ledger first.");
        Written grantedRecord = stage.act(
                decider,
                Stage.paper(Stage.paper(Draft.step(reviewed, "grant"), "decision", "granted"), "amount", "fen")
                        .with(new Clear(Map.of(
                                "startMonth",
                                month(),
                                "ruleVersion",
                                RULES,
                                "payment",
                                "MONTHLY",
                                "moneyless",
                                false))),
                "The county grants it; payment must be instructed within three days.");
        Written published = publish(grantedRecord);
        pay(resident, published);
        return submitted;
    }

    private void refuse(Resident resident, Household household) {
        Written verified = verify(submit(resident, household));
        Written opinion = opinion(verified, "REFUSE", "ABOVE_LINE");
        stage.declareNoConflict(decider, opinion);
        Written refused = stage.act(
                decider,
                Stage.paper(Draft.step(opinion, "refuse"), "decision", "refused, with reasons and remedy")
                        .with("reasonCode", "ABOVE_LINE")
                        .with("remedyId", "reconsideration"),
                "The county refuses it in writing, with reason and remedy.");
        stage.deliver(decider, refused, "decision");
        stage.narrator()
                .say("  She reads the letter with her key: \""
                        + resident.read(refused, "decision").content().get("text") + "\".");
        stage.narrator().say("  Her 60 days to ask for reconsideration run now: 20 seconds here.");
    }

    private void withdraw(Resident resident, Household household) {
        Written submitted = submit(resident, household);
        stage.narrator()
                .step(
                        "The third household withdraws; only its own key can.",
                        resident.submit(Draft.step(submitted, "withdraw")));
    }

    private Written submit(Resident resident, Household household) {
        Written written = resident.submit(Draft.creation(Kind.WELFARE_APPLICATION, "submit")
                .with(new Clear(Map.of(
                        "programme",
                        "DIBAO",
                        "town",
                        town.code(),
                        "band",
                        household.band(),
                        "channel",
                        "ONLINE",
                        "custody",
                        "SELF_HELD",
                        "key",
                        resident.spki())))
                .holding("form", resident.content(Kind.WELFARE_APPLICATION, "form", household))
                .holding("consent", resident.content(Kind.WELFARE_APPLICATION, "consent", Map.of("consent", true))));
        stage.narrator()
                .step("A household of " + household.band() + " applies for the minimum living allowance.", written);
        return written;
    }

    private Written verify(Written application) {
        String clerk = clerks.get(0);
        stage.declareNoConflict(clerk, application);
        Written accepted = stage.act(
                clerk,
                Stage.paper(Draft.step(application, "accept"), "checkList", "complete")
                        .with("dupCheck", "NONE"),
                "A town clerk, having declared no conflict of interest, accepts it.");
        List<String> surveyors =
                clerks.subList(1, 3).stream().map(Offices::staff).toList();
        Written started = stage.act(
                clerk,
                Stage.paper(Draft.step(accepted, "startVerification"), "order", "visit")
                        .with("surveyors", surveyors),
                "Two surveyors are named.");
        return visit(started);
    }

    /** Both surveyors sign one and the same report. */
    private Written visit(Written application) {
        Draft report = Stage.paper(Draft.step(application, "recordHomeVisit"), "visitReport", "seen")
                .with("applicant", "SIGNED");
        Written first = stage.act(clerks.get(1), report, "The first surveyor signs the report of the home visit.");
        Draft second =
                new Draft(report.kind(), report.id(), report.action(), first.seq(), report.clear(), report.contents());
        return stage.act(clerks.get(2), second, "The second signs the same report; now the visit counts.");
    }

    private Written opinion(Written application, String variant, String reason) {
        stage.declareNoConflict(lead, application);
        return stage.act(
                lead,
                Stage.paper(Draft.step(application, "giveOpinion"), "opinion", variant)
                        .with("variant", variant)
                        .with("ruleVersion", RULES)
                        .with("reasonCode", reason),
                "The town's lead gives the opinion " + variant + ".");
    }

    /** Posted for seven full days; then the gateway's timer closes it. */
    private Written notice(Written application) {
        String clerk = clerks.getFirst();
        Written opened = stage.act(
                clerk,
                Stage.paper(Draft.step(application, "openNotice"), "text", "one household, no names")
                        .with("linterVersion", NoticeLinter.VERSION),
                "The clerk prepares the public notice.");
        Header header = stage.header(clerk, opened.kind(), opened.id());
        String noticeId = header.fields().text("noticeId").orElseThrow();
        Written notice = stage.now(clerk, Kind.NOTICE, noticeId);
        Written posted = stage.act(
                clerk,
                Stage.paper(Draft.step(notice, "post"), "photo", "board").with("placeCode", "village-board-1"),
                "It is posted in the village for seven days (seven seconds here).");
        Written reviewed = stage.awaitState(clerk, opened, "COUNTY_REVIEW");
        stage.narrator().step("The timer closes the notice; nobody objected.", reviewed);
        stage.act(
                clerk,
                Stage.paper(Draft.step(posted, "takeDown"), "photo", "empty board"),
                "The notice is taken down in time.");
        return reviewed;
    }

    private Written publish(Written application) {
        return stage.act(
                clerks.getFirst(),
                Stage.paper(Draft.step(application, "publish"), "text", "granted, no names")
                        .with("linterVersion", NoticeLinter.VERSION),
                "The grant is published in the village.");
    }

    private void pay(Resident resident, Written application) {
        String officer = stage.offices().one("finance", Role.FINANCE_OFFICER);
        String checker = stage.offices().one("finance", Role.FINANCE_CHECKER);
        Written active = stage.act(
                officer,
                Stage.paper(Draft.step(application, "instructPayment"), "amount", "fen")
                        .with("month", month())
                        .with("review", "FIXED"),
                "Finance instructs the payment, in time.");
        String id = stage.header(officer, active.kind(), active.id())
                .fields()
                .text("disbursementId")
                .orElseThrow();
        Written money = stage.now(officer, Kind.DISBURSEMENT, id);
        Written released = stage.act(
                checker,
                Stage.paper(Draft.step(money, "release"), "bankFile", "file"),
                "A second officer of finance releases it to the bank.");
        Written reserved = stage.act(
                officer,
                Stage.paper(Draft.step(released, "reserve"), "bankReturn", "reserved"),
                "The bank has reserved the money.");
        Written paid = stage.act(
                officer, Stage.paper(Draft.step(reserved, "commit"), "bankReturn", "paid"), "The bank has paid.");
        stage.narrator()
                .step(
                        "The household confirms with its key that the money arrived.",
                        resident.submit(Draft.step(paid, "confirmReceived")));
    }

    private static String month() {
        return YearMonth.now(ZoneOffset.ofHours(8)).toString();
    }
}
