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

    Instant checked(Instant proposed) {
        Duration apart = Duration.between(proposed, clock.instant()).abs();
        if (apart.compareTo(tolerance) > 0) {
            throw RefusedException.of(RefusalCode.CLOCK_SKEW);
        }
        return proposed;
    }
}
