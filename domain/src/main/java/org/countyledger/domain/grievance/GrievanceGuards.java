package org.countyledger.domain.grievance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Effects;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.mediation.MediationState;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** What must be true of grievances, and what their rows do; named by the rules of docs/policy/Grievance.md. */
final class GrievanceGuards {
    static final String CATEGORY = "category";
    static final State[] ENDED_WITHOUT = {
        MediationState.DECLINED,
        MediationState.TRANSFERRED,
        MediationState.REJECTED,
        MediationState.FAILED,
        MediationState.BREACHED_FINAL,
    };
    private static final Set<String> WITH_CONSENT = Set.of(
            MediationState.CONSENTED.name(), MediationState.MEDIATOR_SET.name(), MediationState.MEDIATING.name());
    private static final String REGISTRY_ORG = "GovernanceMSP";
    private static final String REGISTRY_DEPT = "petitions";

    private GrievanceGuards() {}

    /** CONSULT, HELP, COMPLAINT, ENV, BAD_REVIEW. */
    static Condition isHotline() {
        return Guards.fieldIs(CATEGORY, "CONSULT", "HELP", "COMPLAINT", "ENV", "BAD_REVIEW");
    }

    static Condition is(Category... categories) {
        return situation -> situation
                .field(CATEGORY)
                .map(Category::valueOf)
                .filter(category -> List.of(categories).contains(category))
                .isPresent();
    }

    static Guard onlyFor(Condition category) {
        return Guard.that(category, RefusalCode.WRONG_CATEGORY);
    }

    /** Registered by a key: it becomes the record's. */
    static void register(Situation situation, Draft draft) {
        draft.handledBy(REGISTRY_ORG, REGISTRY_DEPT);
        Effects.registersKey().apply(situation, draft);
    }

    /** The named department handles it from now on. */
    static void dispatch(Situation situation, Draft draft) {
        String department = situation.text("department");
        draft.handledBy(Guards.organizationOf(situation, department), department);
    }

    /** Nobody can be told: anonymous, or an address that is not clear. */
    static Condition nobodyCanBeTold() {
        return situation -> situation.field("mode").equals(Optional.of("ANONYMOUS"))
                || situation.clear().isTrue("addressUnclear");
    }

    static Guard resultIs(String... results) {
        return Guard.that(Guards.fieldIs("result", results), RefusalCode.RESULT_DIFFERS);
    }

    /** The master of a group is open, of the same town and the same category. */
    static Guard masterIsOfTheSameSort() {
        return Guard.that(
                situation -> other(situation, "master")
                        .filter(master ->
                                !GrievanceState.valueOf(master.state()).isTerminal())
                        .filter(master -> master.founding()
                                        .townCode()
                                        .equals(situation.header().founding().townCode())
                                && master.fields().text(CATEGORY).equals(situation.field(CATEGORY)))
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    /** The same facts were finally decided, or are being worked on elsewhere. */
    static Guard isFinalOrInProgressElsewhere() {
        return Guard.that(
                situation -> other(situation, "same")
                        .map(Header::state)
                        .map(GrievanceState::valueOf)
                        .filter(state -> state == GrievanceState.FINAL || !state.isTerminal())
                        .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    private static Optional<Header> other(Situation situation, String field) {
        return Optional.of(situation.text(field))
                .filter(id -> !id.equals(situation.command().id()))
                .flatMap(id -> situation.record(Kind.GRIEVANCE, id));
    }

    static List<Opening> mediation(Situation situation) {
        Clear clear = Clear.of("committee", situation.text("committee")).with("partyCount", 2L);
        return List.of(Opening.of(Kind.MEDIATION, "C02", clear).at(new Opening.Place(REGISTRY_ORG, "grid-centre")));
    }

    /** Two to five parties, each of whom signed that the grievance may wait (MED 17). */
    static Guard everyPartyAgreedToThePause() {
        return situation -> {
            Optional<Header> mediation = situation
                    .record(Kind.MEDIATION, situation.text("mediationId"))
                    .filter(header -> isAbout(situation, header))
                    .filter(header -> WITH_CONSENT.contains(header.state()));
            if (mediation.isEmpty()) {
                return situation.refuse(RefusalCode.LINK_INVALID);
            }
            return mediation.get().fields().isTrue("pauseConsent")
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.CONSENT_MISSING);
        };
    }

    private static boolean isAbout(Situation situation, Header mediation) {
        Header self = situation.header();
        return mediation.links().stream()
                .anyMatch(link -> link.kind() == self.kind() && link.id().equals(self.id()));
    }

    static Guard mediationFailedOrTookTooLong() {
        return situation -> Guards.linkedIn("mediation", ENDED_WITHOUT).holds(situation)
                        || Windows.elapsed("MEDIATION_PAUSE").holds(situation)
                ? Optional.empty()
                : situation.refuse(RefusalCode.CLOCK_NOT_ELAPSED);
    }

    /** The agreement is in effect and leaves nothing open. */
    static Guard mediationSettledAll() {
        return Guard.that(
                situation -> Guards.linkedIn(
                                        "mediation",
                                        MediationState.EFFECTIVE,
                                        MediationState.FULFILLED,
                                        MediationState.COURT_REQUESTED)
                                .holds(situation)
                        && situation
                                .linked("mediation")
                                .filter(mediation -> !mediation.fields().isTrue("partial"))
                                .isPresent(),
                RefusalCode.LINK_INVALID);
    }

    static Guard isReopened() {
        return Guard.that(situation -> Counts.of(situation, "reopens") > 0, RefusalCode.NOT_REOPENED);
    }

    static Guard callbackMade() {
        return Guard.that(Windows.live("CALLBACK").not(), RefusalCode.CALLBACK_MISSING);
    }

    /**
     * What an opinion granted or a review changed is owed until it is done, also when a later review upholds it; otherwise
     * the record could never end.
     */
    static Guard somethingWasToBeExecuted() {
        return Guard.that(situation -> situation.header().clock("EXECUTE").isPresent(), RefusalCode.RESULT_DIFFERS);
    }

    static Guard opinionExists() {
        return Guard.that(situation -> situation.header().group("opinion").isPresent(), RefusalCode.DOCUMENT_UNKNOWN);
    }

    /** What the document says is what the action says. */
    static Guard resultIsTheVariant() {
        return Guard.that(
                situation -> situation.command().variant().equals(Optional.of(situation.text("reviewResult"))),
                RefusalCode.RESULT_DIFFERS);
    }

    static List<Opening> findingOfRepeatedBadReview(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(),
                "REPEATED_BAD_REVIEW",
                situation.request().moment().txId()));
    }

    static Optional<Instant> nothingIsExecuted(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        boolean executes =
                header.clocks().stream().anyMatch(clock -> clock.name().equals("EXECUTE") && clock.isLive());
        return executes ? Optional.empty() : Optional.of(header.position().at());
    }

    /** No window of the resident and no execution runs, and none waits for its document. */
    static Guard nothingIsOpen() {
        return situation -> {
            boolean awaited = !situation.header().awaited().isEmpty();
            boolean executes = Windows.live("EXECUTE").holds(situation);
            boolean open =
                    situation.header().running().anyMatch(clock -> clock.window() && isStillOpen(clock, situation));
            return awaited || executes || open ? situation.refuse(RefusalCode.CLOCK_NOT_ELAPSED) : Optional.empty();
        };
    }

    private static boolean isStillOpen(Clock clock, Situation situation) {
        return clock.provisional().isPresent() || situation.at().isBefore(clock.dueAt());
    }

    static Optional<Instant> lastWindowIsOver(Header header, BiFunction<Kind, String, Optional<Header>> records) {
        if (!header.awaited().isEmpty() || nothingIsExecuted(header, records).isEmpty()) {
            return Optional.empty();
        }
        return header.running()
                .filter(Clock::window)
                .map(Clock::dueAt)
                .max(Instant::compareTo)
                .or(() -> Optional.of(header.position().at()));
    }
}
