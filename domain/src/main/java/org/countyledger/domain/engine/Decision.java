package org.countyledger.domain.engine;

import java.util.List;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Draft.Purge;
import org.countyledger.domain.lifecycle.Refusal;
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

    /** A record as it is to be, with the event that makes it so. */
    record Change(Header header, Event event) {
        public boolean creates() {
            return event.seq() == 1;
        }
    }

    /** Done before by the transaction {@code firstTxId}; nothing is to be written. */
    record Repeated(String firstTxId) implements Decision {}

    /** Not allowed. */
    record Refused(Refusal refusal) implements Decision {}
}
