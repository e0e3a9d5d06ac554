package org.countyledger.embedded.deliver;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.ledger.identity.IdentityException;

/**
 * Whether one seek may go on ({@code common/deliver/acl.go}): its signature and policy are checked once, because the
 * configuration never changes here; the end of its certificate at every block.
 */
final class SeekSession {
    private final DeliverSource source;
    private final Instant end;
    private final Optional<String> refusal;

    SeekSession(DeliverSource source, DeliverForm<?> form, SeekRequest request) {
        this.source = source;
        this.end = expiry(source, request);
        this.refusal = form.refusal(source.access(), request.signed());
    }

    /** An identity nobody knows does not expire; the policy refuses it. */
    private static Instant expiry(DeliverSource source, SeekRequest request) {
        try {
            return source.access().identity(request.signed()).expiresAt();
        } catch (IdentityException e) {
            return Instant.MAX;
        }
    }

    boolean isForbidden() {
        return refusal.isPresent() || source.clock().get().isAfter(end);
    }
}
