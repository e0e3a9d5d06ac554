package org.countyledger.domain.grievance;

import java.util.List;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;

/** A bad rating of a service is a grievance of its own; what the resident remarked stays with the service. */
public final class BadReviews {
    private static final long BAD = 2;

    private BadReviews() {}

    public static List<Opening> ofRating(Situation situation) {
        long rating = situation.clear().integer("rating").orElse(Long.MAX_VALUE);
        return rating > BAD ? List.of() : List.of(opening(situation));
    }

    private static Opening opening(Situation situation) {
        Clear clear = Clear.of("category", Category.BAD_REVIEW.name())
                .with("mode", "CONFIDENTIAL")
                .with("urgent", false)
                .with("channel", "RATING");
        Clear placed = situation
                .header()
                .founding()
                .townCode()
                .map(town -> clear.with("town", town))
                .orElse(clear);
        return Opening.of(Kind.GRIEVANCE, "B02", placed);
    }
}
