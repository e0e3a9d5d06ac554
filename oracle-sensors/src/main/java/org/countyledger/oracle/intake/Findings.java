package org.countyledger.oracle.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.problem.ProblemException.Place;
import org.countyledger.oracle.problem.Text;
import org.countyledger.oracle.window.Refusal;

/** Everything that is wrong with a request, gathered so that its sender hears of all of it at once. */
final class Findings {
    private final List<Place> places = new ArrayList<>();
    private final Map<Refusal, Long> counts = new EnumMap<>(Refusal.class);

    void add(String pointer, Refusal refusal) {
        places.add(new Place(pointer, refusal.text()));
        counts.merge(refusal, 1L, Long::sum);
    }

    /** Something malformed, with what exactly. */
    void addMalformed(String pointer, String why) {
        Text general = Refusal.MALFORMED.text();
        places.add(new Place(pointer, new Text(general.zh() + "（" + why + "）", general.en() + " (" + why + ")")));
        counts.merge(Refusal.MALFORMED, 1L, Long::sum);
    }

    /** Adds the refusal, if there is one, and says whether there was none. */
    boolean isFine(String pointer, Optional<Refusal> refusal) {
        refusal.ifPresent(found -> add(pointer, found));
        return refusal.isEmpty();
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** Refuses the request as a whole if anything was found. */
    void throwIfAny(IntakeMetrics metrics) {
        if (!places.isEmpty()) {
            counts.forEach(metrics::refused);
            throw ProblemException.validation(places);
        }
    }
}
