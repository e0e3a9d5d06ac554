package org.countyledger.risk.features;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the codes of categories: a value has a code of its own from {@value #SEEN_OFTEN} records on, and values stand in
 * the order of their rate of "yes", drawn towards the overall rate where records are few. The rate itself is never a
 * feature; a code tells which value it is and nothing more of the record's own outcome. So that rarer values meet the
 * code "unseen" already in training, and never for the first time in use.
 */
public final class EncoderFitting {
    private static final int SEEN_OFTEN = 20;
    private static final long PRIOR_RECORDS = 10;

    private static final class Tally {
        private long records;
        private long yes;
    }

    private final RiskSchema schema;
    private final List<LabelledRecord> records;
    private final long yes;

    private EncoderFitting(RiskSchema schema, List<LabelledRecord> records) {
        this.schema = schema;
        this.records = records;
        this.yes = records.stream().filter(LabelledRecord::yes).count();
    }

    /** Fits on {@code records}; whoever scores records with it for calibration leaves those out here. */
    public static FittedEncoder fit(RiskSchema schema, List<LabelledRecord> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to fit on");
        }
        return new EncoderFitting(schema, records).fit();
    }

    private FittedEncoder fit() {
        Map<String, List<String>> categories = new HashMap<>();
        for (Feature feature : schema.features()) {
            if (feature.isCategory()) {
                categories.put(feature.code(), order(feature.code()));
            }
        }
        return new FittedEncoder(schema, categories);
    }

    private List<String> order(String code) {
        Map<String, Tally> tallies = new HashMap<>();
        for (LabelledRecord each : records) {
            Tally tally = tallies.computeIfAbsent(each.fields().getOrDefault(code, ""), value -> new Tally());
            tally.records++;
            tally.yes += each.yes() ? 1 : 0;
        }
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().records >= SEEN_OFTEN)
                .sorted(Map.Entry.<String, Tally>comparingByValue(this::byRate)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Exact, in integers: (yes + 10 Y/N) / (n + 10), both sides times N. */
    private int byRate(Tally a, Tally b) {
        long all = records.size();
        long left = Math.multiplyExact(a.yes * all + PRIOR_RECORDS * yes, b.records + PRIOR_RECORDS);
        long right = Math.multiplyExact(b.yes * all + PRIOR_RECORDS * yes, a.records + PRIOR_RECORDS);
        return Long.compare(left, right);
    }
}
