package org.countyledger.gateway.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Validations of the whole chain. */
@Component
final class Validations implements AutoCloseable {
    private final ChainValidation validation;
    private final Jobs<ValidationResource> jobs = new Jobs<>("validation");

    Validations(ChainValidation validation) {
        this.validation = validation;
    }

    /** Starts one, or answers the one under way. */
    ValidationResource start(String subject) {
        return jobs.start(
                () -> ValidationResource.running(UUID.randomUUID(), Instant.now()),
                started -> validation.run(started, subject));
    }

    Optional<ValidationResource> find(UUID id) {
        return jobs.find(id);
    }

    @Override
    public void close() {
        jobs.close();
    }
}
