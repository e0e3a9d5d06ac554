package org.countyledger.gateway.security;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.Kind.Family;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;

/** Which kinds of records anybody may read whole (domain.md 5): the environment, and what the county has set. */
public final class PublicKinds {
    private static final Set<Kind> SET_BY_THE_COUNTY =
            EnumSet.of(Kind.POLICY, Kind.WORK_CALENDAR, Kind.LEGAL_BASIS, Kind.ORG_UNIT, Kind.GRID, Kind.CHECKPOINT);

    public static final Set<Kind> ALL = Arrays.stream(Kind.values())
            .filter(kind -> kind.family() == Family.ENVIRONMENT || SET_BY_THE_COUNTY.contains(kind))
            .collect(Collectors.collectingAndThen(Collectors.toSet(), Collections::unmodifiableSet));

    private PublicKinds() {}

    public static boolean contains(Kind kind) {
        return ALL.contains(kind);
    }

    /** Lets nobody but an officer read a kind that is not public. */
    public static void requireReader(Caller caller, Kind kind) {
        if (!contains(kind) && !(caller instanceof Caller.Officer)) {
            throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        }
    }
}
