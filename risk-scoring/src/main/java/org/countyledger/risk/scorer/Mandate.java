package org.countyledger.risk.scorer;

import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.record.Kind;
import org.springframework.stereotype.Component;

/**
 * What this process is for. The scoring node of the organisation that owns scores makes them; that of another follows the
 * same chain and only watches models for drift, so that two organisations see it independently.
 */
@Component
final class Mandate {
    private final boolean makesScores;

    Mandate(ClientIdentity node) {
        this.makesScores = Kind.RISK_SCORE.fixedOwner().equals(Optional.of(node.mspId()));
    }

    boolean makesScores() {
        return makesScores;
    }
}
