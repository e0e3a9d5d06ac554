package org.countyledger.gateway.projection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a list of records, which is sorted by the block that created them. */
public record Cursor(long createdBlock, String id) {
    private static final Pattern FORM = Pattern.compile("(?<block>[0-9]{1,18}):(?<id>[0-9A-Za-z._:-]{1,80})");

    /** As clients get it: opaque. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((createdBlock + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for a text that is no cursor. */
    public static Optional<Cursor> parse(String text) {
        try {
            Matcher form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            return form.matches()
                    ? Optional.of(new Cursor(Long.parseLong(form.group("block")), form.group("id")))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
