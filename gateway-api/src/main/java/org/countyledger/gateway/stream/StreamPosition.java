package org.countyledger.gateway.stream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of an event on the ledger, which is also its id in streams.
 *
 * @param tx index of the transaction in its block, from 0
 * @param event index of the event in its transaction, from 0
 */
public record StreamPosition(long block, int tx, int event) implements Comparable<StreamPosition> {
    /** Before the first event. */
    public static final StreamPosition START = new StreamPosition(-1, 0, 0);

    private static final Pattern FORM = Pattern.compile("(?<block>[0-9]{1,15})-(?<tx>[0-9]{1,8})-(?<event>[0-9]{1,8})");
    private static final Comparator<StreamPosition> ORDER = Comparator.comparingLong(StreamPosition::block)
            .thenComparingInt(StreamPosition::tx)
            .thenComparingInt(StreamPosition::event);

    /** Reads {@code block-tx-event}; empty for anything else. */
    public static Optional<StreamPosition> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new StreamPosition(
                        Long.parseLong(form.group("block")),
                        Integer.parseInt(form.group("tx")),
                        Integer.parseInt(form.group("event"))))
                : Optional.empty();
    }

    public String text() {
        return block + "-" + tx + "-" + event;
    }

    public boolean isAfter(StreamPosition other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(StreamPosition other) {
        return ORDER.compare(this, other);
    }
}
