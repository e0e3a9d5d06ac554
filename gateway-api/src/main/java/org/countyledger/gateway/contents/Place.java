package org.countyledger.gateway.contents;

import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.security.Call;

/** The private group that a path names. */
record Place(Kind kind, String id, String group) {
    static Place of(Kind kind, Call call) {
        return new Place(kind, call.path("id"), call.path("group"));
    }
}
