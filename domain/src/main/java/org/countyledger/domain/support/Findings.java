package org.countyledger.domain.support;

import org.countyledger.domain.CountyTables;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;

/** Audit findings about a record, by the overlays that name them. */
public final class Findings {
    /** Beginning of the overlay's name; the finding's id follows. */
    public static final String OVERLAY = "finding~";

    private Findings() {}

    static boolean areClosed(Situation situation) {
        return situation
                .facts()
                .overlays(situation.header().kind(), situation.header().id())
                .keySet()
                .stream()
                .filter(name -> name.startsWith(OVERLAY))
                .map(name -> name.substring(OVERLAY.length()))
                .flatMap(id -> situation.record(Kind.AUDIT_FINDING, id).stream())
                .allMatch(CountyTables::isTerminal);
    }
}
