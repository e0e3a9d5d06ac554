package org.countyledger.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Kind;

/** A place in a list of tasks, which is sorted by when they are due. */
public record TaskCursor(Instant dueAt, Kind kind, String id) {
    private static final long MICROS = 1_000_000;
    private static final Pattern FORM =
            Pattern.compile("(?<due>[0-9]{1,18}):(?<kind>[A-Za-z]{1,40}):(?<id>[0-9A-Za-z._:-]{1,80})");

    /** As clients get it: opaque. The database keeps moments to the microsecond. */
    public String text() {
        long micros = dueAt.getEpochSecond() * MICROS + dueAt.getNano() / 1000;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + ":" + kind.wireName() + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a text that is no cursor. */
    public static Optional<TaskCursor> parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return form.matches() ? Kind.find(form.group("kind")).map(kind -> of(form, kind)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TaskCursor of(Matcher form, Kind kind) {
        long micros = Long.parseLong(form.group("due"));
        return new TaskCursor(Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1000), kind, form.group("id"));
    }
}
