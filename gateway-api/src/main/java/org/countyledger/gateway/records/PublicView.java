package org.countyledger.gateway.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Event.Doer;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.records.OfficerScope.Sight;
import org.countyledger.gateway.security.PublicKinds;

/**
 * A record without those who did it. Of kinds that are not public, whatever looks like a staff number goes, in whichever field
 * it stands.
 */
final class PublicView {
    /** As inventories and the contract write them; a code that looks the same is left out with them. */
    private static final Pattern STAFF = Pattern.compile("[A-Z]{1,4}[0-9]{3,8}");

    private PublicView() {}

    static Header of(Header header, Sight sight) {
        return sight == Sight.WHOLE ? header : withoutStaff(header);
    }

    static Event of(Kind kind, Event event, Sight sight) {
        return sight == Sight.WHOLE ? event : withoutStaff(event, PublicKinds.contains(kind));
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
                PublicKinds.contains(header.kind()) ? header.fields() : masked(header.fields()));
    }

    private static Event withoutStaff(Event event, boolean open) {
        Doer doer = event.doer();
        return new Event(
                event.seq(),
                event.step(),
                new Doer(doer.org(), doer.dept(), doer.role(), Optional.empty()),
                List.of(),
                open ? event.clear() : masked(event.clear()),
                event.commitments(),
                event.clocks(),
                event.at(),
                event.prevEventDigest(),
                Optional.empty());
    }

    static Clear masked(Clear fields) {
        Map<String, Object> kept = new TreeMap<>();
        fields.values().forEach((name, value) -> masked(value).ifPresent(shown -> kept.put(name, shown)));
        return new Clear(kept);
    }

    private static Optional<Object> masked(Object value) {
        return switch (value) {
            case String text -> STAFF.matcher(text).matches() ? Optional.empty() : Optional.of(text);
            case List<?> list ->
                Optional.of(list.stream().flatMap(each -> masked(each).stream()).toList());
            case Map<?, ?> map -> {
                Map<String, Object> kept = new TreeMap<>();
                map.forEach((name, each) -> {
                    if (!STAFF.matcher(String.valueOf(name)).matches()) {
                        masked(each).ifPresent(shown -> kept.put(String.valueOf(name), shown));
                    }
                });
                yield Optional.of(kept);
            }
            default -> Optional.of(value);
        };
    }
}
