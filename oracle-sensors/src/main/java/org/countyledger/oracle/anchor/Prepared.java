package org.countyledger.oracle.anchor;

import java.util.Optional;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.sensing.Ingest;

/**
 * A batch that is stored and about to be submitted.
 *
 * @param span the windows, and what is counted about them once they are on the ledger
 * @param backfill SHA-256 of the file that it comes from
 */
record Prepared(Span span, Ingest ingest, Optional<String> backfill, Command command) {

    /**
     * Windows with their sums.
     *
     * @param missing windows without readings
     * @param exceedances raised in them
     */
    record Span(long first, long last, long readings, long missing, long exceedances) {
        long windows() {
            return last - first + 1;
        }

        Span raising(long newExceedances) {
            return new Span(first, last, readings, missing, newExceedances);
        }
    }
}
