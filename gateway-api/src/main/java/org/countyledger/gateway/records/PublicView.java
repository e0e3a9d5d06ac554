package org.countyledger.gateway.records;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Event.Doer;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.security.Caller;

/** What a caller sees of a record: anybody but an officer sees no staff numbers. */
final class PublicView {
    private PublicView() {}

    static Header of(Header header, Caller caller) {
        return switch (caller) {
            case Caller.Officer officer -> header;
            case Caller.Anonymous anonymous -> withoutStaff(header);
        };
    }

    static Event of(Event event, Caller caller) {
        return switch (caller) {
            case Caller.Officer officer -> event;
            case Caller.Anonymous anonymous -> withoutStaff(event);
        };
    }

    private static Header withoutStaff(Header header) {
        return new Header(
                header.founding(),
                header.position(),
                header.handling(),
                header.clocks(),
                header.awaited(),
                header.flags(),
                header.groups(),
                Optional.empty(),
                header.keys(),
                header.links(),
                new TreeMap<>(),
                header.fields());
    }

    private static Event withoutStaff(Event event) {
        Doer doer = event.doer();
        return new Event(
                event.seq(),
                event.step(),
                new Doer(doer.org(), doer.dept(), doer.role(), Optional.empty()),
                List.of(),
                event.clear(),
                event.commitments(),
                event.clocks(),
                event.at(),
                event.prevEventDigest(),
                Optional.empty());
    }
}
