package org.countyledger.gateway.projection;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.engine.OverdueDeclaration;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;

/** A record with the overlays about it, by name. */
public record StoredRecord(Header header, SortedMap<String, Clear> overlays) {
    private static final int HIGHEST_LEVEL = 3;

    public StoredRecord {
        overlays = Collections.unmodifiableSortedMap(new TreeMap<>(overlays));
    }

    /** The highest level at which the clock is declared overdue; 0 if it is not. */
    public int overdueLevel(Clock clock) {
        int level = HIGHEST_LEVEL;
        while (level > 0 && !isDeclared(clock, level)) {
            level--;
        }
        return level;
    }

    public boolean isDeclared(Clock clock, int level) {
        OverlayKey key = new OverdueDeclaration(header.kind(), header.id(), clock.name(), clock.n(), level).key();
        return overlays.containsKey(key.name());
    }
}
