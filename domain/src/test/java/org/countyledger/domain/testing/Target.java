package org.countyledger.domain.testing;

import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** A record by its kind and id. */
public record Target(Kind kind, String id) {
    public static Target of(Header header) {
        return new Target(header.kind(), header.id());
    }
}
