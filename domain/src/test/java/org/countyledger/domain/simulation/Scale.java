package org.countyledger.domain.simulation;

import java.time.LocalDate;

/**
 * How large a county is and how long it is watched.
 *
 * @param temptedOneIn one step in so many is followed by somebody who tries everything that is forbidden
 */
record Scale(long seed, int residents, int towns, int gridsPerTown, LocalDate until, int temptedOneIn) {
    /** What a county is: 20 towns of 10 grids each, 10,000 residents, the whole year. */
    static Scale whole(long seed) {
        return new Scale(seed, 10_000, 20, 10, LocalDate.parse("2026-12-31"), 500);
    }

    /** Seconds instead of minutes. */
    static Scale small(long seed) {
        return new Scale(seed, 40, 3, 4, LocalDate.parse("2026-07-31"), 60);
    }

    Scale of(int otherResidents) {
        return new Scale(seed, otherResidents, towns, gridsPerTown, until, temptedOneIn);
    }
}
