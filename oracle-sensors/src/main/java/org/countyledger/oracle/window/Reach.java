package org.countyledger.oracle.window;

import java.time.Instant;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;

/**
 * Which of the closed windows go into the next batch, and as what. Windows that have become too old for LIVE, because this
 * process or the ledger was down, go as BACKFILL up to the first that is young enough (domain.md, D12 and D13).
 *
 * @param lastOfFile nothing follows that would make the batch long enough
 */
public record Reach(long last, Ingest ingest, boolean lastOfFile) {
    /** The contract judges by the transaction's time, which is later than ours. */
    private static final long MARGIN_SECONDS = 60;

    /** The next batch of the windows up to {@code closed}. */
    public static Reach of(DatastreamView datastream, PolicyVersion air, long closed, Instant now) {
        long next = datastream.nextWindow();
        long longest = next + air.integer("batch.maxWindows").orElseThrow() - 1;
        long maxAge = air.integer("live.maxAge.seconds").orElseThrow();
        Instant oldest = now.minusSeconds(maxAge - Math.min(MARGIN_SECONDS, maxAge / 2));
        long firstFresh = firstFresh(datastream, oldest);
        if (next >= firstFresh) {
            return new Reach(Math.min(closed, longest), Ingest.LIVE, false);
        }
        long last = Math.min(Math.min(closed, firstFresh), longest);
        return new Reach(last, Ingest.BACKFILL, last == closed && last < firstFresh);
    }

    /** The first window that ends no earlier than this. */
    private static long firstFresh(DatastreamView datastream, Instant oldest) {
        long holding = Limits.number(datastream, oldest);
        return datastream.start(holding).equals(oldest) ? holding - 1 : holding;
    }
}
