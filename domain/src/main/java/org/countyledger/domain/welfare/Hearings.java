package org.countyledger.domain.welfare;

import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Clock;

/** Nobody's benefit is reduced or ended unheard (Social Assistance Law 48). */
final class Hearings {
    private static final String EXTENDED = "reconExtended";

    private Hearings() {}

    static Guard reviewOrChangeIsThere() {
        return Guard.that(
                situation -> situation.header().groups().containsKey("reviewReport")
                        || situation.header().groups().containsKey("change"),
                RefusalCode.NOTHING_TO_READ);
    }

    /** Heard in this round, or the time to be heard is over after the proposal was delivered. */
    static Guard wasHeard() {
        return Guard.that(
                situation -> Guards.isTrue("heard").holds(situation)
                        || (Windows.delivered("proposal").holds(situation) && timeIsOver(situation)),
                RefusalCode.NOT_HEARD);
    }

    private static boolean timeIsOver(Situation situation) {
        return Windows.elapsed("HEAR").holds(situation)
                && situation
                        .header()
                        .clock("HEAR")
                        .map(Clock::startedAt)
                        .filter(start ->
                                !start.isBefore(situation.header().position().since()))
                        .isPresent();
    }

    static Guard endWasProposed() {
        return Guard.that(Guards.fieldIs("direction", "END"), RefusalCode.NOT_HEARD);
    }

    /** Once in each reconsideration. */
    static Guard reconNotExtended() {
        return Guard.that(
                situation -> !situation.field(EXTENDED).equals(Optional.of(round(situation))),
                RefusalCode.ALREADY_DONE);
    }

    static void extendRecon(Situation situation, Draft draft) {
        draft.set(EXTENDED, round(situation));
    }

    private static String round(Situation situation) {
        return situation.header().position().since().toString();
    }
}
