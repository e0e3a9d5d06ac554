package org.countyledger.domain.contract;

import java.util.List;
import org.countyledger.domain.record.Header;

/** Part of a list of headers; an empty bookmark ends it. */
public record Page(List<Header> items, String bookmark) {
    public Page {
        items = List.copyOf(items);
    }
}
