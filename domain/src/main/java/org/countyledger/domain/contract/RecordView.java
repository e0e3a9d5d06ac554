package org.countyledger.domain.contract;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;

/** A record with the overlays about it, by name. */
public record RecordView(Header header, SortedMap<String, Clear> overlays) {
    public RecordView {
        overlays = Collections.unmodifiableSortedMap(new TreeMap<>(overlays));
    }
}
