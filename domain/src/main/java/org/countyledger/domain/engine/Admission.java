package org.countyledger.domain.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Placement;
import org.countyledger.domain.actor.Placement.Mismatch;
import org.countyledger.domain.actor.Placement.Scope;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Handling;

/** Compares who acts with who may. */
final class Admission {
    private Admission() {}

    static boolean hasRole(Situation situation) {
        return who(situation).isPresent();
    }

    /** The entry of the row that admits the actor's role. */
    static Optional<Who> who(Situation situation) {
        for (Who who : situation.row().who()) {
            if (admits(who, situation)) {
                return Optional.of(who);
            }
        }
        return Optional.empty();
    }

    private static boolean admits(Who who, Situation situation) {
        Actor actor = situation.actor();
        return switch (who) {
            case Who.Holder holder -> holder.role() == actor.role();
            case Who.HolderIf holder ->
                holder.role() == actor.role() && holder.condition().holds(situation);
            case Who.HolderAt holder -> holder.role() == actor.role();
            case Who.Key key -> actor.isConduit();
            case Who.HandlingOfficer officer -> actor.role().isOfficer();
            case Who.AnyOfficer officer -> actor.role().isOfficer();
            case Who.AnyHand hand ->
                actor.staff().filter(situation.header()::hasHandOf).isPresent();
            case Who.Anyone anyone -> true;
            case Who.OpenedBy rules -> false;
        };
    }

    /** Whether the actor's organisation, department, town or grid is not the one that may act. */
    static Optional<Mismatch> mismatch(Situation situation) {
        return who(situation).flatMap(who -> mismatch(who, situation));
    }

    static Optional<Mismatch> mismatch(Who who, Situation situation) {
        Supplier<Optional<County>> county = () -> situation.policies().county(situation.at());
        return switch (who) {
            case Who.HandlingOfficer officer ->
                isOfHandlingDepartment(situation) ? Optional.empty() : Optional.of(Mismatch.DEPARTMENT);
            case Who.AnyOfficer officer -> Placement.mismatch(situation.actor(), county);
            case Who.AnyHand hand -> Placement.mismatch(situation.actor(), county);
            case Who.Anyone anyone -> Placement.mismatch(situation.actor(), county);
            case Who.Holder holder -> Placement.mismatch(situation.actor(), scope(situation), county);
            case Who.HolderIf holder -> Placement.mismatch(situation.actor(), scope(situation), county);
            case Who.HolderAt holder ->
                Placement.mismatch(
                        situation.actor(), scope(situation, holder.place().apply(situation)), county);
            case Who.Key key -> Placement.mismatch(situation.actor(), scope(situation), county);
            case Who.OpenedBy rules -> Optional.empty();
        };
    }

    private static boolean isOfHandlingDepartment(Situation situation) {
        Scope scope = scope(situation);
        return scope.handlingDept().isPresent()
                && scope.handlingDept().equals(situation.actor().department())
                && scope.handlingOrg().equals(Optional.of(situation.actor().mspId()));
    }

    private static Scope scope(Situation situation) {
        return situation
                .before()
                .map(Admission::scope)
                .orElseGet(() -> new Scope(
                        Optional.empty(),
                        Optional.empty(),
                        situation.clear().text("town"),
                        situation.clear().text("grid")));
    }

    private static Scope scope(Situation situation, Handling place) {
        Scope own = scope(situation);
        return new Scope(place.org(), place.dept(), own.town(), own.grid());
    }

    private static Scope scope(Header header) {
        return new Scope(
                header.handling().org(),
                header.handling().dept(),
                header.founding().townCode(),
                header.fields().text("grid"));
    }
}
