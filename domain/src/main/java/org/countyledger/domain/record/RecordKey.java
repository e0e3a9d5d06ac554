package org.countyledger.domain.record;

import java.time.Instant;
import java.util.Optional;

/** A public key that may sign commands about one record; {@code spki} is base64 of the DER SubjectPublicKeyInfo. */
public record RecordKey(KeyRole keyRole, String spki, Custody custody, Instant since, Optional<Instant> revokedAt) {
    public boolean isLive() {
        return revokedAt.isEmpty();
    }
}
