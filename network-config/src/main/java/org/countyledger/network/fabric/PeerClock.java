package org.countyledger.network.fabric;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer's clock, as it stands in its refusal of what was made at another time ({@code peer.authentication.timewindow}). */
final class PeerClock {
    /** Farther than the window of any peer. */
    static final Duration FAR_OFF = Duration.ofHours(6);

    private static final Pattern TIME = Pattern.compile("peer time ([^,]+),");

    private PeerClock() {}

    static Optional<Instant> in(String refusal) {
        Matcher matcher = TIME.matcher(refusal);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(matcher.group(1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
