package org.countyledger.domain.mediation;

import java.util.Optional;
import org.countyledger.domain.grievance.GrievanceState;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.support.Overdues;
import org.countyledger.domain.time.DueDate;

/** What must be true of mediations; named by the rules of docs/policy/Mediation.md. */
final class MediationGuards {
    private static final String PAUSE = "pauseConsent";

    private MediationGuards() {}

    private static Optional<Header> grievance(Situation situation) {
        return situation.clear().text("grievance").flatMap(id -> situation.record(Kind.GRIEVANCE, id));
    }

    static Handling departmentOfGrievance(Situation situation) {
        return grievance(situation).map(Header::handling).orElse(Handling.NOBODY);
    }

    static Guard grievanceIsInHandling() {
        return Guard.that(
                        situation -> grievance(situation)
                                .filter(header -> header.state().equals(GrievanceState.IN_HANDLING.name()))
                                .isPresent(),
                        RefusalCode.LINK_INVALID)
                .onlyIf(situation -> situation.clear().has("grievance"));
    }

    /** A party or a timer has no paper to bring; an officer has. */
    static Guard officerStages(String group) {
        return Guards.staged(group).onlyIf(situation -> situation.actor().role().isOfficer());
    }

    /** All parties agree to a pause only if each does. */
    static void consent(Situation situation, Draft draft) {
        boolean first = situation.header().fields().texts(Parties.CONSENTED).isEmpty();
        boolean before = first || Guards.isTrue(PAUSE).holds(situation);
        Parties.adds(Parties.CONSENTED).apply(situation, draft);
        draft.show(PAUSE, before && situation.clear().isTrue(PAUSE));
    }

    static Guard isEarlyEnoughToTransfer() {
        return situation -> {
            Optional<DueDate> end = situation
                    .policy("mediation")
                    .flatMap(policy -> policy.period("transfer"))
                    .map(named -> DueDate.of(
                            situation.header().position().since(),
                            named.period(),
                            false,
                            situation.policies().calendar(situation.at())));
            if (end.isEmpty()) {
                return situation.refuse(RefusalCode.POLICY_MISSING);
            }
            return situation.at().isAfter(end.get().at())
                    ? situation.refuse(RefusalCode.WINDOW_OVER)
                    : Optional.empty();
        };
    }

    static Guard mediatorsHaveNoConflictOrEveryPartyAgrees() {
        return situation -> {
            boolean none =
                    situation.clear().texts("mediators").stream().allMatch(staff -> declaredNone(situation, staff));
            boolean disclosed =
                    situation.command().commitments().containsKey("disclosure") && Parties.everyPartySigned(situation);
            return none || disclosed ? Optional.empty() : situation.refuse(RefusalCode.CONFLICT_UNDECLARED);
        };
    }

    private static boolean declaredNone(Situation situation, String staff) {
        return situation
                .record(
                        Kind.CONFLICT_DECLARATION,
                        RecordId.conflictDeclaration(situation.command().id(), staff))
                .flatMap(declared -> declared.fields().text("answer"))
                .equals(Optional.of("NONE"));
    }

    static Guard isNamedMediator() {
        return Guard.that(
                situation -> situation
                        .actor()
                        .staff()
                        .filter(situation.header().fields().texts("mediators")::contains)
                        .isPresent(),
                RefusalCode.NOT_THE_NAMED_OFFICER);
    }

    private static String refusals(Situation situation) {
        return "refusals_" + Parties.partyOf(situation);
    }

    static Guard mayRefuseAgain() {
        return situation -> Counts.fewerThan(refusals(situation), "mediation", "reject.count")
                .check(situation);
    }

    static void countRefusal(Situation situation, Draft draft) {
        Counts.up(refusals(situation)).apply(situation, draft);
    }

    static Guard noTimeIsLeft() {
        return situation -> situation.header().state().equals(MediationState.MEDIATING.name())
                ? Guard.that(Windows.elapsed("MEDIATE"), RefusalCode.CLOCK_NOT_ELAPSED)
                        .check(situation)
                : Overdues.declared("SET_MEDIATOR", 3).check(situation);
    }

    /** What is signed is the agreement on record, and the mediator who signs is the one named. */
    static Guard signsTheAgreement() {
        return situation -> {
            boolean same = situation
                    .header()
                    .group("agreement")
                    .map(Group::commitment)
                    .equals(Optional.of(situation.text("agreement")));
            if (!same) {
                return situation.refuse(RefusalCode.AGREEMENT_DIFFERS);
            }
            return Parties.actor(situation).equals("MEDIATOR")
                    ? isNamedMediator().check(situation)
                    : Optional.empty();
        };
    }

    static void showCourtStatus(Situation situation, Draft draft) {
        situation.command().variant().ifPresent(variant -> draft.show("courtStatus", variant));
    }
}
