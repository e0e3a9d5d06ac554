package org.countyledger.domain.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Draft.Purge;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;

/** What the tables say of a request. Nothing is written by deciding. */
public sealed interface Decision {

    /**
     * Allowed: these headers, events and entries are to be written.
     *
     * @param changes the record first, then those that it opens; empty where only an overlay is written
     * @param purges private values that no organisation is to hold any longer
     */
    record Accepted(List<Change> changes, List<Entry> entries, List<Purge> purges) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
            entries = List.copyOf(entries);
            purges = List.copyOf(purges);
        }

        public Accepted(List<Change> changes, List<Entry> entries) {
            this(changes, entries, List.of());
        }
    }

    /**
     * A record as it is to be, with the event that makes it so. Deciding ends with what they say; the event's canonical
     * bytes, and the header closed over their digest, are made once, for whoever writes or shows them.
     */
    final class Change {
        private final Header open;
        private final Event event;
        private Optional<Closed> closed = Optional.empty();

        /** The event's bytes, and the header that names their digest. */
        private static final class Closed {
            private final Header header;
            private final byte[] eventJson;

            Closed(Header open, Event event) {
                eventJson = CanonicalJson.write(event);
                header = open.at(open.position().closedOver(Digests.sha256Hex(eventJson)));
            }
        }

        /**
         * What was decided.
         *
         * @param header whose last event digest is not looked at
         */
        public Change(Header header, Event event) {
            this.open = header;
            this.event = event;
        }

        /** The record, whose position names the digest of the event. */
        public Header header() {
            return closed().header;
        }

        public Event event() {
            return event;
        }

        /** Canonical JSON of the event, whose SHA-256 is its digest. */
        public byte[] eventJson() {
            return closed().eventJson.clone();
        }

        public boolean creates() {
            return event.seq() == 1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Change change && open.equals(change.open) && event.equals(change.event);
        }

        @Override
        public int hashCode() {
            return Objects.hash(open, event);
        }

        @Override
        public String toString() {
            return event.step().rule() + " of " + open.kind() + " " + open.id();
        }

        /** The record before it is closed: all but the digest of its last event. */
        Header open() {
            return open;
        }

        private Closed closed() {
            if (closed.isEmpty()) {
                closed = Optional.of(new Closed(open, event));
            }
            return closed.get();
        }
    }

    /** Done before by the transaction {@code firstTxId}; nothing is to be written. */
    record Repeated(String firstTxId) implements Decision {}

    /** Not allowed. */
    record Refused(Refusal refusal) implements Decision {}
}
