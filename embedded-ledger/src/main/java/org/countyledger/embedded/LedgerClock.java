package org.countyledger.embedded;

import java.time.Duration;
import java.time.Instant;

/** What time the peers and orderers of an embedded ledger think it is. */
public interface LedgerClock {
    Instant now();

    static LedgerClock system() {
        return Instant::now;
    }

    static LedgerClock fixed(Instant instant) {
        return () -> instant;
    }

    /** A clock that a test moves. */
    final class Stepping implements LedgerClock {
        private volatile Instant now;

        public Stepping(Instant start) {
            now = start;
        }

        @Override
        public Instant now() {
            return now;
        }

        public synchronized void advance(Duration by) {
            now = now.plus(by);
        }
    }
}
