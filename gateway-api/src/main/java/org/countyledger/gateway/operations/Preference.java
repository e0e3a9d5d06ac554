package org.countyledger.gateway.operations;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * How long a client would wait for a commit ({@code Prefer: wait=10}, RFC 7240).
 *
 * @param limit zero: not at all
 */
public record Preference(Duration limit) {
    private static final String HEADER = "Prefer";
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(?<seconds>[0-9]{1,4})(?:$|[,;\\s])");

    /** What the headers ask for, at most half a minute. */
    public static Preference of(HttpHeaders headers) {
        return headers.getOrEmpty(HEADER).stream()
                .map(WAIT::matcher)
                .filter(Matcher::find)
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group("seconds"))))
                .map(limit -> new Preference(limit.compareTo(LONGEST) > 0 ? LONGEST : limit))
                .findFirst()
                .orElse(new Preference(Duration.ZERO));
    }
}
