package org.countyledger.domain.testing;

import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.SECOND_TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;

import java.time.Instant;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Custody;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** One welfare application, and the steps it takes; each step is the next one's beginning. */
public final class WelfareCase {
    private final TestCounty county;
    private final Papers papers;
    private final IdempotencyKey key;
    private final Target application;
    private final ResidentKey resident;

    public WelfareCase(TestCounty county) {
        this.county = county;
        this.papers = new Papers(county);
        this.key = county.newKey();
        this.application = new Target(Kind.WELFARE_APPLICATION, key.recordId(Kind.WELFARE_APPLICATION));
        this.resident = ResidentKey.of("resident of " + application.id());
    }

    public TestCounty county() {
        return county;
    }

    public Papers papers() {
        return papers;
    }

    public Target target() {
        return application;
    }

    public ResidentKey resident() {
        return resident;
    }

    public Header header() {
        return county.header(application);
    }

    public String state() {
        return header().state();
    }

    /** The last start of this clock. */
    public Clock clock(String name) {
        return header().clock(name).orElseThrow();
    }

    /** The record that the application opened and linked under this name. */
    public Target linked(String rel) {
        Link link = header().link(rel).orElseThrow();
        return new Target(link.kind(), link.id());
    }

    public Act by(Actor actor) {
        return county.by(actor, application);
    }

    /** An act that needs the officer to have declared that there is no conflict of interest. */
    public Act cleared(Actor officer) {
        papers.declareNone(officer, application);
        return by(officer);
    }

    /** An act by the resident's own key. */
    public Act byResident() {
        return by(Officers.CONDUIT).signedBy(KeyRole.HOLDER, resident);
    }

    /** A DIBAO application by the resident, who holds the key. */
    public Act submitting() {
        return submittingAs(KeyRole.HOLDER);
    }

    public Act submittingAs(KeyRole role) {
        Act submitting = by(Officers.CONDUIT).under(key).signedBy(role, resident);
        return (role == KeyRole.HOLDER ? submitting : submitting.with("keyRole", role.name()))
                .does("submit")
                .with("programme", "DIBAO")
                .with("town", Officers.TOWN)
                .with("band", "2")
                .with("channel", "ONLINE")
                .with("custody", Custody.SELF_HELD.name())
                .with("key", resident.spki())
                .staging("form", "consent");
    }

    public WelfareCase submitted() {
        submitting().accepted();
        return this;
    }

    public Act accepting() {
        return cleared(TOWN_CLERK).does("accept").with("dupCheck", "NONE").staging("checkList");
    }

    public WelfareCase accepted() {
        submitted();
        accepting().accepted();
        return this;
    }

    public Act startingVerification() {
        return by(TOWN_CLERK)
                .does("startVerification")
                .with("surveyors", List.of(staff(TOWN_CLERK), staff(SECOND_TOWN_CLERK)))
                .staging("order");
    }

    public WelfareCase verifying() {
        accepted();
        startingVerification().accepted();
        return this;
    }

    public Act visiting(Actor surveyor) {
        return by(surveyor).does("recordHomeVisit").with("applicant", "SIGNED").staging("visitReport");
    }

    public WelfareCase visited() {
        verifying();
        visiting(TOWN_CLERK).accepted();
        visiting(SECOND_TOWN_CLERK).accepted();
        return this;
    }

    /** GRANT or REFUSE. */
    public Act givingOpinion(String variant) {
        return cleared(TOWN_LEAD)
                .does("giveOpinion:" + variant)
                .with("ruleVersion", "dibao-2026")
                .with("reasonCode", "INCOME")
                .staging("opinion");
    }

    public Act openingNotice() {
        return by(TOWN_CLERK)
                .does("openNotice")
                .with("linterVersion", "linter-1")
                .staging("text");
    }

    public WelfareCase onNotice() {
        visited();
        givingOpinion("GRANT").accepted();
        openingNotice().accepted();
        return this;
    }

    public Act posting() {
        return county.by(TOWN_CLERK, linked("notice"))
                .does("post")
                .with("placeCode", "V-07")
                .staging("photo");
    }

    public WelfareCase posted() {
        onNotice();
        posting().accepted();
        return this;
    }

    /** When the notice was posted for its full time. */
    public Instant endOfNotice() {
        return Instant.parse(
                county.header(linked("notice")).fields().text("endAt").orElseThrow());
    }

    public Act closingNotice() {
        return by(TIMER).does("closeNotice");
    }

    /** From submission to the county's desk. */
    public WelfareCase toCountyReview() {
        accepting().accepted();
        startingVerification().accepted();
        visiting(TOWN_CLERK).accepted();
        visiting(SECOND_TOWN_CLERK).accepted();
        givingOpinion("GRANT").accepted();
        openingNotice().accepted();
        posting().accepted();
        county.at(endOfNotice());
        closingNotice().accepted();
        return this;
    }

    /** Paid for the first time, a benefit of every month unless said otherwise. */
    public WelfareCase active(String payment) {
        inCountyReview();
        granting(COUNTY_DECIDER).with("payment", payment).accepted();
        instructingPayment(Officers.FINANCE_OFFICER).accepted();
        return this;
    }

    public WelfareCase inCountyReview() {
        posted();
        county.at(endOfNotice());
        closingNotice().accepted();
        return this;
    }

    public Act granting(Actor decider) {
        return cleared(decider)
                .does("grant")
                .with("startMonth", "2026-04")
                .with("ruleVersion", "dibao-2026")
                .with("payment", "MONTHLY")
                .with("moneyless", false)
                .staging("decision", "amount");
    }

    public Act refusing(Actor decider) {
        return cleared(decider)
                .does("refuse")
                .with("reasonCode", "INCOME_ABOVE_LINE")
                .with("remedyId", "remedy-welfare-1")
                .staging("decision");
    }

    public WelfareCase granted() {
        inCountyReview();
        granting(COUNTY_DECIDER).accepted();
        return this;
    }

    public Act instructingPayment(Actor officer) {
        return by(officer)
                .does("instructPayment")
                .with("month", "2026-04")
                .with("review", "FIXED")
                .staging("amount");
    }

    public static String staff(Actor actor) {
        return actor.staff().orElseThrow();
    }
}
