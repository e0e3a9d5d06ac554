package org.countyledger.risk.model;

import java.util.List;
import org.countyledger.domain.risk.Band;
import org.countyledger.risk.explain.Contribution;

/**
 * A score of one record at one moment.
 *
 * @param millionths 0 to 1,000,000
 * @param contributions the five features that moved it most
 */
public record RiskScore(int millionths, Band band, List<Contribution> contributions) {
    private static final int MILLION = 1_000_000;

    public RiskScore {
        contributions = List.copyOf(contributions);
        if (millionths < 0 || millionths > MILLION) {
            throw new IllegalArgumentException("a score is given in millionths");
        }
    }
}
