package org.countyledger.domain.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.record.CanonicalJson;

/** How many bytes a step writes: the record's header and its event, by kind. Every so many steps are measured. */
final class Sizes {
    private static final int ONE_IN = 16;
    private static final int PER_MILLE = 1000;
    private static final int LIMIT_BYTES = 1536;

    private final SortedMap<String, List<Integer>> bytes = new TreeMap<>();
    private long seen;

    void measure(Change change) {
        if (seen++ % ONE_IN == 0) {
            int size = CanonicalJson.write(change.header()).length + change.eventJson().length;
            bytes.computeIfAbsent(change.header().kind().wireName(), kind -> new ArrayList<>())
                    .add(size);
        }
    }

    /** For each kind: steps measured, what half and nine tenths of them do not exceed, and how many keep the limit. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        bytes.forEach((kind, sizes) -> {
            Collections.sort(sizes);
            long within = sizes.stream().filter(size -> size <= LIMIT_BYTES).count();
            lines.add("%-22s %6d steps, p50 %5d B, p90 %5d B, within %d B: %4d per mille"
                    .formatted(
                            kind,
                            sizes.size(),
                            sizes.get(sizes.size() / 2),
                            sizes.get(sizes.size() * 9 / 10),
                            LIMIT_BYTES,
                            within * PER_MILLE / sizes.size()));
        });
        return lines;
    }
}
