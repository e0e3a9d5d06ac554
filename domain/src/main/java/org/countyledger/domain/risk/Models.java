package org.countyledger.domain.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.time.DueDate;

/** What must be true of risk models. One model is in use for each purpose, under a pointer of its own. */
final class Models {
    private static final String AUTHOR_ORG = "authorOrg";
    private static final String SPONSORS = "sponsors";
    private static final String MODEL = "model";
    private static final String REPORTERS = "driftReporters";

    private Models() {}

    static PointerKey pointer(String purpose) {
        return new PointerKey("model~" + purpose);
    }

    static void found(Situation situation, Draft draft) {
        draft.handledBy("AuditMSP", "audit");
        draft.show(AUTHOR_ORG, situation.actor().mspId());
    }

    static Guard byAnotherOrganisation() {
        return Guard.that(
                situation -> !situation
                        .field(AUTHOR_ORG)
                        .equals(Optional.of(situation.actor().mspId())),
                RefusalCode.SEPARATION_OF_DUTY);
    }

    static Guard retrainGivesTheSame() {
        return Guard.that(
                situation -> List.of("canonicalDigest", "metricsDigest").stream()
                        .allMatch(name -> situation.field(name).equals(Optional.of(situation.text(name)))),
                RefusalCode.FIGURES_DIFFER);
    }

    private static String department(Situation situation) {
        return situation.actor().department().orElse("");
    }

    static Guard byANewDepartment() {
        return Guard.that(
                situation -> !situation.header().fields().texts(SPONSORS).contains(department(situation)),
                RefusalCode.ALREADY_DONE);
    }

    static void sponsor(Situation situation, Draft draft) {
        List<String> sponsors = new ArrayList<>(situation.header().fields().texts(SPONSORS));
        sponsors.add(department(situation));
        draft.show(SPONSORS, sponsors);
    }

    static Guard enoughSponsors() {
        return Guard.that(
                situation -> situation.header().fields().texts(SPONSORS).size()
                        >= situation
                                .policy(MODEL)
                                .flatMap(policy -> policy.integer("sponsors.count"))
                                .orElse(Long.MAX_VALUE),
                RefusalCode.CONSENT_MISSING);
    }

    /** Valid until the clock EXPIRY ends; three months later it is retired. */
    static void showUntil(Situation situation, Draft draft) {
        after(situation, situation.at(), "expiry").ifPresent(until -> {
            draft.show("until", until.toString());
            after(situation, until.minusSeconds(1), "retire").ifPresent(end -> draft.set("retiresAt", end.toString()));
        });
    }

    private static Optional<Instant> after(Situation situation, Instant from, String parameter) {
        return situation
                .policy(MODEL)
                .flatMap((PolicyVersion policy) -> policy.period(parameter))
                .map(named -> DueDate.of(
                                from,
                                named.period(),
                                false,
                                situation.policies().calendar(situation.at()))
                        .at());
    }

    private static PointerKey pointer(Situation situation) {
        return pointer(situation.field("purpose").orElse(""));
    }

    /** The model in use for a purpose, if there is one. */
    static Optional<String> active(Situation situation, String purpose) {
        return situation
                .facts()
                .entry(pointer(purpose), Clear.class)
                .flatMap(pointer -> pointer.text(MODEL))
                .filter(id -> !id.isEmpty());
    }

    static Guard pointerIsEmpty() {
        return Guard.that(
                situation ->
                        active(situation, situation.field("purpose").orElse("")).isEmpty(),
                RefusalCode.MODEL_POINTER);
    }

    static Guard driftIsBeyondTheThreshold() {
        return Guard.that(
                situation -> situation
                        .policy(MODEL)
                        .flatMap(policy -> policy.integer("psi.permille"))
                        .filter(threshold -> situation
                                .clear()
                                .integer("psiPermille")
                                .filter(psi -> psi > threshold)
                                .isPresent())
                        .isPresent(),
                RefusalCode.NOT_DRIFTED);
    }

    /** Drift of the same week was reported, and not by who reports now: one organisation's word suspends no model. */
    static Condition anotherOrganisationSawTheSameWeek() {
        return situation -> reporters(situation).stream()
                .anyMatch(mspId -> !mspId.equals(situation.actor().mspId()));
    }

    static Guard firstWordOfTheOrganisation() {
        return Guard.that(
                situation -> !reporters(situation).contains(situation.actor().mspId()), RefusalCode.ALREADY_DONE);
    }

    private static List<String> reporters(Situation situation) {
        return situation.field("driftWeek").equals(situation.clear().text("driftWeek"))
                ? situation.header().fields().texts(REPORTERS)
                : List.of();
    }

    static void rememberReport(Situation situation, Draft draft) {
        List<String> reporters = new ArrayList<>(reporters(situation));
        reporters.add(situation.actor().mspId());
        draft.show(REPORTERS, reporters);
    }

    static List<Opening> findingOfDrift(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(), "MODEL_DRIFT", situation.request().moment().txId()));
    }

    static void point(Situation situation, Draft draft) {
        draft.entry(pointer(situation), Clear.of(MODEL, situation.header().id()));
    }

    static void emptyPointer(Situation situation, Draft draft) {
        draft.entry(pointer(situation), Clear.of(MODEL, ""));
    }
}
