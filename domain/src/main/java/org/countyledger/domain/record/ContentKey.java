package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a private value stands in an organisation's implicit collection: {@code kind/id/group/n} (domain.md 3.5). It is
 * seen by everybody who sees the ledger, so it says nothing about a person.
 *
 * @param n counts the values that were staged for this group of this record, from 1
 */
public record ContentKey(Kind kind, String id, String group, long n) {
    public static final int MAX_N = 999;
    private static final Pattern FORM =
            Pattern.compile("(?<kind>[A-Za-z]+)/(?<id>[^/]+)/(?<group>[^/]+)/(?<n>[0-9]{1,3})");

    public ContentKey {
        if (!RecordId.isWellFormed(id)) {
            throw new IllegalArgumentException("id is not well-formed");
        }
        if (!Names.isName(group)) {
            throw new IllegalArgumentException("group name is not well-formed");
        }
        if (n < 1 || n > MAX_N) {
            throw new IllegalArgumentException("values of a group count from 1 to " + MAX_N);
        }
    }

    @JsonCreator
    public static ContentKey parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no key of a private value");
        }
        return new ContentKey(
                Kind.ofWireName(matcher.group("kind")),
                matcher.group("id"),
                matcher.group("group"),
                Long.parseLong(matcher.group("n")));
    }

    @JsonValue
    public String text() {
        return kind.wireName() + "/" + id + "/" + group + "/" + n;
    }

    /** The tag inside the value, {@code kind/group}. */
    public String tag() {
        return kind.wireName() + "/" + group;
    }

    /** The key of the {@code other}th value of the same group. */
    public ContentKey at(long other) {
        return new ContentKey(kind, id, group, other);
    }
}
