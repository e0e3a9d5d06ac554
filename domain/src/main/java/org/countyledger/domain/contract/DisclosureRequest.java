package org.countyledger.domain.contract;

import java.time.Instant;
import org.countyledger.domain.record.Idempotency;
import org.countyledger.domain.record.Kind;

/**
 * Argument of {@link Functions#DISCLOSE}: shows the last value of a private group to another organisation. The value
 * travels beside it, transient, to a peer of either.
 *
 * @param recipient MSP id
 * @param purpose why it is shown
 */
public record DisclosureRequest(
        Kind kind,
        String id,
        String group,
        String recipient,
        Purpose purpose,
        Idempotency idempotency,
        Instant notAfter) {
    /** A record that is worked on, and a code for the reason. */
    public record Purpose(Kind kind, String id, String code) {}
}
