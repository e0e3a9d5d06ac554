package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Header;

/** What a household can do against a decision, and what becomes of it when it does nothing. */
record Remedies(Desk desk, CaseLife life) {

    /** In some cases a superior organ is asked; else the window closes. */
    Optional<Instant> afterDecision(int asksPercent) {
        Optional<Instant> end = life.after("RECON_WINDOW");
        Instant now = desk.county().now();
        if (end.filter(due -> !now.isBefore(due)).isPresent()) {
            desk.byTimer(life.target).does("closeWindow").accepted();
            return Optional.empty();
        }
        boolean running = end.filter(now::isBefore).isPresent();
        if (running && desk.chance().percent(asksPercent)) {
            life.byResident("fileReconsideration").staging("request").accepted();
            return desk.days(4);
        }
        return end;
    }

    Optional<Instant> reconsider(Header header) {
        Actor superior = desk.one(Role.SUPERIOR_ORGAN_CLERK, "petitions");
        boolean waits = header.clock("RECON_ACCEPT").orElseThrow().isLive();
        if (waits) {
            desk.by(superior, life.target)
                    .does("recordAcceptance")
                    .staging("superiorDoc")
                    .accepted();
            return desk.days(40);
        }
        desk.by(superior, life.target)
                .does("recordOutcome:NO_CHANGE")
                .with("outcome", "UPHELD")
                .staging("superiorDoc")
                .accepted();
        return Optional.empty();
    }
}
