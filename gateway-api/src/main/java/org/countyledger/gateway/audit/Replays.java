package org.countyledger.gateway.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.springframework.stereotype.Component;

/** Replays of recorded decisions. */
@Component
final class Replays implements AutoCloseable {
    private final DecisionReplay replay;
    private final Jobs<ReplayResource> jobs = new Jobs<>("replay");

    Replays(DecisionReplay replay) {
        this.replay = replay;
    }

    /** Starts one, or answers the one under way. */
    ReplayResource start(String subject, Optional<RecordRef> record) {
        return jobs.start(
                () -> ReplayResource.running(UUID.randomUUID(), Instant.now(), record),
                started -> replay.run(started, subject));
    }

    Optional<ReplayResource> find(UUID id) {
        return jobs.find(id);
    }

    @Override
    public void close() {
        jobs.close();
    }
}
