package org.countyledger.domain.contract;

import java.util.List;

/** Payload of the contract's event: which records moved, and which overlays are new. Nothing about persons. */
public record Announcement(List<Answer.Moved> records, List<String> overlays) {
    public Announcement {
        records = List.copyOf(records);
        overlays = List.copyOf(overlays);
    }
}
