package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.Replay;
import org.countyledger.domain.testing.Founding;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.time.CountyTime;

/**
 * A county's year on the engine alone: residents ask, officers act in office hours, some late, some with conflicts of
 * interest, some dishonest. What must always hold is checked before each step is written; one seed gives one history.
 */
final class CountyYear {
    private static final Instant FOUNDED = Instant.parse("2026-01-04T00:00:00Z");
    private static final int WELFARE_PERCENT = 35;
    private static final int LAST_DAY_TO_ASK = 340;
    private static final int SERVED_ONE_IN = 10;
    private static final int DEPARTMENTS_MATTERS = 5;

    private final Scale scale;
    private final TestCounty county;
    private final Watch watch;
    private final Agenda agenda = new Agenda();
    private final Desk desk;

    CountyYear(Scale scale) {
        this.scale = scale;
        this.county = Founding.legal(TestCounty.unfounded().at(FOUNDED));
        this.watch = new Watch(county);
        watch.totals().start(county.ledger());
        county.watchedBy(watch);
        Chance chance = new Chance(scale.seed());
        this.desk =
                new Desk(county, new Cadre(scale), agenda, chance, new Intruder(county, chance, scale.temptedOneIn()));
    }

    /** Lives the year; each month's end is told. */
    CountyYear live(Consumer<String> progress) {
        registerGrids();
        residentsAsk();
        departmentsWork();
        LocalDate day = CountyTime.day(FOUNDED);
        while (!day.isAfter(scale.until())) {
            LocalDate end = day.withDayOfMonth(day.lengthOfMonth());
            LocalDate last = end.isAfter(scale.until()) ? scale.until() : end;
            agenda.until(CountyTime.endOf(last), county::at);
            progress.accept(last + ": " + watch.totals().steps() + " steps");
            day = last.plusDays(1);
        }
        return this;
    }

    private void registerGrids() {
        Actor lead = desk.one(Role.GRID_LEAD, "grid-centre");
        for (String town : desk.cadre().towns()) {
            for (Actor worker : desk.cadre().at(Role.GRID_WORKER, town)) {
                String grid = worker.grid().orElseThrow();
                county.by(lead, new Target(Kind.GRID, grid))
                        .does("register")
                        .with("code", grid)
                        .with("town", town)
                        .with("names", List.of("Grid " + grid))
                        .with("publicPhone", "0571-00000000")
                        .with("complaintPhone", "0571-00000001")
                        .with("worker", Desk.staff(worker))
                        .accepted();
            }
        }
    }

    /** Everybody has a case in the year: an application or a grievance, on some day. */
    private void residentsAsk() {
        int days =
                (int) Duration.between(FOUNDED, CountyTime.endOf(scale.until())).toDays();
        for (int n = 0; n < scale.residents(); n++) {
            String town = desk.chance().one(desk.cadre().towns());
            String grid = desk.chance().one(desk.cadre().grids(town));
            String person = "resident " + scale.seed() + "/" + n + " of ";
            Duration later = Duration.ofMinutes(desk.chance().below(Math.min(days, LAST_DAY_TO_ASK) * 24 * 60));
            Agenda.Life life = desk.chance().percent(WELFARE_PERCENT)
                    ? new WelfareLife(desk, person, town)
                    : new GrievanceLife(desk, person, town, grid);
            agenda.plan(FOUNDED.plus(later), life);
        }
        Services services = new Services(desk);
        for (int n = 0; n < scale.residents() / SERVED_ONE_IN; n++) {
            String town = desk.chance().one(desk.cadre().towns());
            String person = "served " + scale.seed() + "/" + n + " of ";
            agenda.plan(someDay(days), new NeedLife(desk, services, person, town));
            agenda.plan(someDay(days), new VisitLife(desk, services, person));
        }
    }

    /** What departments do among themselves. */
    private void departmentsWork() {
        int days =
                (int) Duration.between(FOUNDED, CountyTime.endOf(scale.until())).toDays();
        for (int n = 0; n < DEPARTMENTS_MATTERS; n++) {
            agenda.plan(someDay(days), new ShareLife(desk, "request " + n + " of "));
            agenda.plan(someDay(days), new AuditLife(desk, "audit " + n + " of "));
        }
        agenda.plan(someDay(1), new PilotLife(desk, "pilot of "));
    }

    private Instant someDay(int days) {
        return FOUNDED.plus(Duration.ofMinutes(desk.chance().below(Math.min(days, LAST_DAY_TO_ASK) * 24 * 60)));
    }

    Totals totals() {
        return watch.totals();
    }

    Totals recomputed() {
        return Totals.recomputed(county.ledger());
    }

    Money money() {
        return watch.money();
    }

    Sizes sizes() {
        return watch.sizes();
    }

    Intruder intruder() {
        return desk.intruder();
    }

    String digest() {
        return watch.digest();
    }

    /** The first record whose chain of events does not give its header. */
    Optional<String> brokenRecord() {
        for (Header header : county.ledger().headers()) {
            List<Event> events = county.ledger().events(header.kind(), header.id());
            Optional<String> problem = Replay.problem(header, events);
            if (problem.isPresent()) {
                return problem.map(sentence -> header.kind() + " " + header.id() + ": " + sentence);
            }
        }
        return Optional.empty();
    }
}
