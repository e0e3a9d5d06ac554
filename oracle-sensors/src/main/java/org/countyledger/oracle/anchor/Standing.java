package org.countyledger.oracle.anchor;

import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamView;

/** Where a datastream stands on the ledger. */
public record Standing(Header header, PolicyVersion air) {

    public DatastreamView view() {
        return new DatastreamView(header);
    }

    public String pollutant() {
        return header.fields().text("pollutant").orElse("");
    }

    Standing at(Header newHeader) {
        return new Standing(newHeader, air);
    }
}
