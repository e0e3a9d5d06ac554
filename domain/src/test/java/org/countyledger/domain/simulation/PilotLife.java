package org.countyledger.domain.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;

/** A pilot in one town, looked at each quarter. */
final class PilotLife extends CaseLife {
    private static final Actor MANAGER = Officers.officer(Role.PILOT_MANAGER, 1);
    private static final String DIGEST = "a".repeat(64);

    PilotLife(Desk desk, String name) {
        super(desk, Kind.PILOT, name);
    }

    private Act manager(String words) {
        return desk.by(MANAGER, target).does(words);
    }

    @Override
    void begin() {
        manager("plan")
                .under(founding)
                .with("towns", List.of(desk.cadre().towns().getFirst()))
                .with("metrics", List.of("M01", "M06"))
                .with("baselineFrom", 1L)
                .with("baselineTo", 50L)
                .accepted();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "PLANNED" -> done(manager("start"));
            case "RUNNING" -> {
                desk.intruder()
                        .mustBeRefused(
                                manager("expand").with("scope", "all").with("auditorsComment", "none"),
                                RefusalCode.ILLEGAL_TRANSITION);
                yield done(manager("reviewQuarter")
                        .with("snapshotDigest", DIGEST)
                        .with("fromBlock", 51L)
                        .with("toBlock", 90L)
                        .with("queryDigest", DIGEST));
            }
            case "QUARTER_REVIEW" -> done(manager("iterate").with("changes", List.of("LONGER_HOURS")));
            default -> Optional.empty();
        };
    }

    private Optional<Instant> done(Act act) {
        act.accepted();
        return desk.days(45);
    }
}
