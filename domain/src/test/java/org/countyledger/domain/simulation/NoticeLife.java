package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Target;

/** A notice in the village: posted, up for its full time, taken down. */
record NoticeLife(Desk desk, Target notice, String town) implements Agenda.Life {
    @Override
    public Optional<Instant> act() {
        desk.declareOverdue(notice);
        Header header = desk.header(notice);
        return switch (header.state()) {
            case "LINTED" -> post();
            case "UP" -> takeDown(header);
            default -> Optional.empty();
        };
    }

    private Optional<Instant> post() {
        desk.by(desk.one(Role.TOWN_CLERK, town), notice)
                .does("post")
                .with("placeCode", "V-07")
                .staging("photo")
                .accepted();
        desk.intruder().mustBeRefused(takingDown(), RefusalCode.CLOCK_NOT_ELAPSED);
        Instant end = Instant.parse(desk.header(notice).fields().text("endAt").orElseThrow());
        return Optional.of(Agenda.officeHour(end, Duration.ofHours(desk.chance().below(30))));
    }

    private Act takingDown() {
        return desk.by(desk.one(Role.TOWN_CLERK, town), notice).does("takeDown").staging("photo");
    }

    private Optional<Instant> takeDown(Header header) {
        Instant end = Instant.parse(header.fields().text("endAt").orElseThrow());
        if (desk.county().now().isBefore(end)) {
            return Optional.of(end);
        }
        takingDown().accepted();
        return Optional.empty();
    }
}
