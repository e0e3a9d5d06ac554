package org.countyledger.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.Replay;
import org.countyledger.domain.simulation.IncidentLog.Line;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Papers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;

/**
 * A real desk's incidents as grievances, all of them in the order of time: a hand-over is a reassignment (Z02), an incident
 * that is opened again is rated badly by its resident (B29), or reopened after it was closed (B31).
 */
final class IncidentReplay {
    private static final int MOST_REOPENINGS = 3;
    private static final Instant FOUNDED = Instant.parse("2026-01-04T00:00:00Z");
    private static final Actor REGISTRAR = Officers.officer(Role.PETITION_REGISTRAR, 1);
    private static final Actor OFFICER = Officers.officer(Role.CASE_OFFICER, 1);
    private static final Actor LEAD = Officers.officer(Role.CASE_OFFICER_LEAD, 1);

    /** What became of one incident. */
    static final class Told {
        private final String incident;
        private final Target grievance;
        private final ResidentKey resident;
        private final List<Instant> times = new ArrayList<>();
        private int handOvers;
        private int reopenings;
        private int tooLate;

        private Told(String incident, Target grievance) {
            this.incident = incident;
            this.grievance = grievance;
            this.resident = ResidentKey.of(incident);
        }

        int handOvers() {
            return handOvers;
        }

        int reopenings() {
            return reopenings;
        }

        /** Asked for after the window was over, which the desk allowed and the law does not. */
        int tooLate() {
            return tooLate;
        }
    }

    private final TestCounty county = Founding.legal(TestCounty.unfounded().at(FOUNDED));
    private final Papers papers = new Papers(county);
    private final Map<String, Told> told = new LinkedHashMap<>();

    TestCounty county() {
        return county;
    }

    Map<String, Told> told() {
        return told;
    }

    IncidentReplay replay(IncidentLog log) {
        List<Line> inTime = new ArrayList<>(log.lines());
        inTime.sort(Comparator.comparing(Line::at));
        for (Line line : inTime) {
            county.at(line.at().isBefore(county.now()) ? county.now() : line.at());
            take(line);
        }
        return this;
    }

    private void take(Line line) {
        Told one = told.get(line.incident());
        if (one == null) {
            one = registered(line);
            told.put(line.incident(), one);
        }
        while (one.handOvers < line.reassignments()) {
            handOver(one, line);
        }
        while (one.reopenings < line.reopens()) {
            reopen(one);
        }
        switch (line.state()) {
            case "New" -> {}
            case "Resolved" -> resolve(one);
            case "Closed" -> {
                resolve(one);
                close(one);
            }
            default -> work(one);
        }
    }

    private String state(Told one) {
        return county.header(one.grievance).state();
    }

    private Act by(Actor actor, Told one) {
        return county.by(actor, one.grievance);
    }

    private Act byResident(Told one, String words) {
        return by(Officers.CONDUIT, one).signedBy(KeyRole.HOLDER, one.resident).does(words);
    }

    private Told registered(Line line) {
        IdempotencyKey key = county.newKey();
        Target grievance = new Target(Kind.GRIEVANCE, key.recordId(Kind.GRIEVANCE));
        Told one = new Told(line.incident(), grievance);
        byResident(one, "register")
                .under(key)
                .with("category", "HELP")
                .with("town", Officers.TOWN)
                .with("mode", "ANONYMOUS")
                .with("urgent", false)
                .with("custody", "SELF_HELD")
                .with("key", one.resident.spki())
                .staging("text")
                .accepted();
        by(REGISTRAR, one).does("dispatch").with("department", "grid-centre").accepted();
        return one;
    }

    private void handOver(Told one, Line line) {
        one.handOvers++;
        if (isOpen(one)) {
            by(LEAD, one)
                    .does("reassign")
                    .with(
                            "assignee",
                            "G%06d".formatted(Math.floorMod(line.group().hashCode(), 1_000_000)))
                    .with("reasonCode", "HAND_OVER")
                    .accepted();
            one.times.add(county.now());
        }
    }

    private boolean isOpen(Told one) {
        return !county.engine().tables().of(Kind.GRIEVANCE).state(state(one)).isTerminal();
    }

    private void reopen(Told one) {
        one.reopenings++;
        resolve(one);
        boolean over = county.header(one.grievance).fields().integer("reopens").orElse(0L) >= 2;
        if (state(one).equals("CLOSED")) {
            reopenClosed(one);
            return;
        }
        byResident(one, over ? "rateBadFinal" : "rateBad").with("rating", 1L).accepted();
        if (!over) {
            callBack(one);
        }
    }

    private void reopenClosed(Told one) {
        Act reopening = byResident(one, "reopen").staging("reason");
        switch (reopening.decided()) {
            case Accepted accepted -> {
                reopening.accepted();
                callBack(one);
            }
            case Refused refused -> {
                assertThat(refused.refusal().code()).isIn(RefusalCode.WINDOW_OVER, RefusalCode.CLOCK_NOT_RUNNING);
                one.tooLate++;
            }
            case Repeated repeated -> throw new AssertionError("nothing was done before");
        }
    }

    private void callBack(Told one) {
        by(REGISTRAR, one).does("recordCallback").staging("note").accepted();
    }

    private void work(Told one) {
        if (state(one).equals("DISPATCHED")) {
            papers.declareNone(OFFICER, one.grievance);
            by(OFFICER, one).does("accept").staging("receiptNotice").accepted();
        }
        if (state(one).equals("ACCEPTED")) {
            by(OFFICER, one).does("investigate").staging("plan").accepted();
        }
    }

    private void resolve(Told one) {
        work(one);
        if (state(one).equals("IN_HANDLING")) {
            boolean again = county.header(one.grievance).fields().has("reopens");
            Act act = again
                    ? by(OFFICER, one).does("rectified").staging("proof")
                    : by(OFFICER, one).does("reply").with("result", "DONE").staging("reply");
            act.accepted();
            papers.deliver(OFFICER, one.grievance, again ? "proof" : "reply");
        }
    }

    private void close(Told one) {
        if (state(one).equals("RESOLVED")) {
            byResident(one, "confirm").with("rating", 4L).accepted();
        }
    }

    private long count(Told one, List<String> rules) {
        return county.events(one.grievance).stream()
                .filter(event -> rules.contains(event.step().rule()))
                .count();
    }

    /**
     * The first incident whose grievance has other hand-overs, reopenings or another end than the log. The table knows two
     * reopenings; a third bad rating ends the case with an audit finding.
     */
    Optional<String> unlike(IncidentLog log) {
        Map<String, Line> last = new LinkedHashMap<>();
        log.lines().forEach(line -> last.put(line.incident(), line));
        return last.values().stream()
                .filter(line -> !isAsTheLogSays(line))
                .map(Line::incident)
                .findFirst();
    }

    private boolean isAsTheLogSays(Line line) {
        Told one = told.get(line.incident());
        return one != null
                && count(one, List.of("Z02")) == line.reassignments()
                && count(one, List.of("B29", "B30", "B31")) == Math.min(MOST_REOPENINGS, line.reopens() - one.tooLate())
                && (!line.state().equals("Closed") || state(one).equals("CLOSED"));
    }

    /** What is wrong with the first grievance whose chain is not in order or does not give its header. */
    Optional<String> disorder() {
        for (Told one : told.values()) {
            Header header = county.header(one.grievance);
            List<Event> events = county.events(one.grievance);
            List<Instant> times = events.stream().map(Event::at).toList();
            List<Instant> handOvers = events.stream()
                    .filter(event -> event.step().rule().equals("Z02"))
                    .map(Event::at)
                    .toList();
            boolean inOrder = times.equals(times.stream().sorted().toList()) && handOvers.equals(one.times);
            Optional<String> problem =
                    inOrder ? Replay.problem(header, events) : Optional.of("not in the order of the log");
            if (problem.isPresent()) {
                return problem.map(sentence -> one.incident + ": " + sentence);
            }
        }
        return Optional.empty();
    }
}
