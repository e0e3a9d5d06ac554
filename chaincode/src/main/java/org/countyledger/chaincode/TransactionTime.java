package org.countyledger.chaincode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.countyledger.domain.lifecycle.RefusalCode;

/**
 * The time of a transaction is the client's, held to this endorser's clock. The one use of a clock in the contract: it can
 * only refuse, so endorsers never differ in what they write.
 */
record TransactionTime(Clock clock, Duration tolerance) {

    /** The later of this and the endorser's own: for what may only be refused for its age. */
    Instant latest(Instant checked) {
        Instant own = own();
        return own.isAfter(checked) ? own : checked;
    }

    Instant checked(Instant proposed) {
        Duration apart = Duration.between(proposed, own()).abs();
        if (apart.compareTo(tolerance) > 0) {
            throw RefusedException.of(RefusalCode.CLOCK_SKEW);
        }
        return proposed;
    }

    private Instant own() {
        return clock.instant();
    }
}
