package org.countyledger.domain.actor;

import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.record.Header;

/** Duties that no two of may lie in one hand on the same record (domain.md 3.8). */
public record Separation(String name, Set<Duty> duties) {
    /** Survey, opinion, county review, decision, payment and its release. */
    public static final Separation S1 =
            of("S1", Duty.SURVEY, Duty.OPINION, Duty.REVIEW, Duty.DECIDE, Duty.PAY, Duty.RELEASE);

    /** Who investigates does not sign the opinion. */
    public static final Separation S2 = of("S2", Duty.INVESTIGATE, Duty.SIGN_OPINION);

    /** Who objected to or ruled a dispatch does not handle. */
    public static final Separation S3 = of("S3", Duty.OBJECT_OR_RULE_DISPATCH, Duty.HANDLE);

    /** The installer of a sensor does not calibrate it; the handler of an exceedance does not verify it. */
    public static final Separation S4 = of("S4", Duty.INSTALL, Duty.CALIBRATE, Duty.RESPOND, Duty.VERIFY);

    /** Author, validator and sponsor of a risk model are three. */
    public static final Separation S5 = of("S5", Duty.AUTHOR, Duty.VALIDATE, Duty.SPONSOR);

    /** Who tallies a survey does not certify it. */
    public static final Separation S6 = of("S6", Duty.TALLY, Duty.CERTIFY);

    /** Who records a superior organ's decision has no other hand on the record. */
    public static final Separation S9 = of("S9", Duty.values());

    /** The proposer of a policy or calendar does not ratify it. */
    public static final Separation S7 = of("S7", Duty.PROPOSE, Duty.RATIFY);

    public Separation {
        duties = Set.copyOf(duties);
    }

    private static Separation of(String name, Duty... duties) {
        return new Separation(name, Set.of(duties));
    }

    /** Another duty that this officer already carried on the record, the first by name. */
    public Optional<Duty> broken(Header header, Duty duty, String staff) {
        if (!header.hasHandOf(staff)) {
            return Optional.empty();
        }
        return duties.stream()
                .filter(other -> other != duty)
                .filter(other -> header.hands(other.name()).contains(staff))
                .sorted()
                .findFirst();
    }
}
