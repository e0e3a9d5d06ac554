package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;

/** A whole county's year with progress: {@code scripts/simulate [SEED [RESIDENTS]]}. */
public final class CountyYearMain {
    private CountyYearMain() {}

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        Scale whole = Scale.whole(seed);
        Scale scale = arguments.length > 1 ? whole.of(Integer.parseInt(arguments[1])) : whole;
        System.out.printf(
                "seed %d: %d residents, %d towns, %d grids, %d departments, until %s%n",
                seed,
                scale.residents(),
                scale.towns(),
                scale.towns() * scale.gridsPerTown(),
                Cadre.DEPARTMENTS.size(),
                scale.until());
        Instant begin = Instant.now();
        CountyYear year = new CountyYear(scale).live(line -> System.out.println("  " + line));
        Duration took = Duration.between(begin, Instant.now());
        System.out.printf(
                "%d steps in %d s, each checked before it was written%n",
                year.totals().steps(), took.toSeconds());
        System.out.println("records: " + year.totals().states());
        System.out.println("rules taken: " + year.totals().rules());
        System.out.println("refused to the dishonest: " + year.intruder().refusals());
        System.out.println("payments by month: " + year.money().paidByMonth());
        System.out.println("header and event of a step, one in sixteen measured:");
        year.sizes().lines().forEach(line -> System.out.println("  " + line));
        boolean equal = year.totals().states().equals(year.recomputed().states())
                && year.totals().rules().equals(year.recomputed().rules())
                && year.money().paidByMonth().equals(year.money().recomputed());
        System.out.println(equal ? "totals equal a plain recomputation" : "TOTALS DIFFER from a plain recomputation");
        System.out.println(year.brokenRecord().orElse("every chain of events gives its header"));
        System.out.println("history " + year.digest());
        if (!equal || year.brokenRecord().isPresent()) {
            System.exit(1);
        }
    }
}
