package org.countyledger.client;

import io.grpc.CallOptions;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Waiting with a limit. */
final class Waits {
    private Waits() {}

    static Deadline after(Duration limit) {
        return Deadline.after(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    static UnaryOperator<CallOptions> until(Deadline limit) {
        return options -> options.withDeadline(limit);
    }

    /** Waits, or answers false at once if the limit would pass meanwhile. */
    static boolean pause(Duration pause, Deadline limit) {
        if (limit.timeRemaining(TimeUnit.NANOSECONDS) <= pause.toNanos()) {
            return false;
        }
        sleep(pause);
        return true;
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }
}
