package org.countyledger.domain.engine;

import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.record.Kind;

/**
 * That a clock of a record is overdue at a level (Z04).
 *
 * @param n which start of the clock
 * @param level 1 to 3
 */
public record OverdueDeclaration(Kind kind, String id, String clock, int n, int level) {
    private static final int HIGHEST_LEVEL = 3;

    public OverdueDeclaration {
        if (n < 1 || level < 1 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("n counts from 1, levels are 1 to 3");
        }
    }

    public OverlayKey key() {
        return new OverlayKey(kind, id, clock + "#" + n + "~L" + level);
    }
}
