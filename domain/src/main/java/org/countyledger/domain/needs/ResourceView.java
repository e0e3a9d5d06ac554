package org.countyledger.domain.needs;

import java.time.LocalDate;
import java.util.List;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;

/** Reads a resource's header; a change counts from the day after it was entered (E33). */
record ResourceView(Header header) {
    static final String CHANGE = "change";
    static final String CHANGE_FROM = "changeFrom";

    String id() {
        return header.id();
    }

    boolean isOpen() {
        return header.state().equals(ResourceState.OPEN.name());
    }

    String provider() {
        return header.fields().text("provider").orElse("");
    }

    /** The fields as they count on this day. */
    Clear on(LocalDate day) {
        boolean changed = header.fields()
                .text(CHANGE_FROM)
                .map(LocalDate::parse)
                .filter(from -> !day.isBefore(from))
                .isPresent();
        return changed ? header.fields().with(header.fields().object(CHANGE).orElse(Clear.EMPTY)) : header.fields();
    }

    long capacity(LocalDate day) {
        return on(day).integer("capacityPerDay").orElse(0L);
    }

    boolean offers(String serviceCode, String town, LocalDate day) {
        Clear fields = on(day);
        List<String> towns = fields.texts("townsServed");
        return fields.texts("serviceCodes").contains(serviceCode) && towns.contains(town);
    }

    String homeTown() {
        return header.fields().text("homeTown").orElse("");
    }

    long ratingSum() {
        return header.fields().integer("ratingSum").orElse(0L);
    }

    long ratings() {
        return header.fields().integer("ratingCount").orElse(0L);
    }
}
