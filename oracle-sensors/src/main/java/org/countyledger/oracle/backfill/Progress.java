package org.countyledger.oracle.backfill;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a file got. Figures count what is on the ledger.
 *
 * @param missing windows without a reading
 * @param refused reason to number of rows that were not taken
 * @param problem why it failed
 */
@Schema(name = "BackfillProgress")
record Progress(
        Progress.State state,
        String datastream,
        long readings,
        long missing,
        SortedMap<String, Long> refused,
        long windows,
        long transactions,
        long exceedances,
        Optional<String> problem) {

    Progress {
        refused = new TreeMap<>(refused);
    }

    /** Where a file stands. */
    enum State {
        RUNNING,
        COMPLETE,
        /** The contract would not have its windows; sent again, the file is tried again. */
        FAILED
    }

    static Progress begun(String datastream, Map<String, Long> refused) {
        return new Progress(State.RUNNING, datastream, 0, 0, new TreeMap<>(refused), 0, 0, 0, Optional.empty());
    }
}
