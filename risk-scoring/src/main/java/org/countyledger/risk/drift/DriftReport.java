package org.countyledger.risk.drift;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.risk.features.RiskSchema;

/** Population stability of every feature and of the score, against what a model learned from. */
public final class DriftReport {
    /** The line of the score. */
    public static final String SCORE = "score";

    private static final int ENOUGH = 100;
    private static final int DAYS = 7;

    private final RiskSchema schema;
    private final Map<String, Reference> references;

    /** A week that is over, by its Monday. */
    public record Week(LocalDate monday, int records, Map<String, Double> psi) {
        public Week {
            psi = new TreeMap<>(psi);
        }

        public boolean drifted() {
            return psi.values().stream().anyMatch(value -> value > Reference.DRIFTED);
        }
    }

    public DriftReport(RiskSchema schema, Map<String, Reference> references) {
        this.schema = schema;
        this.references = new TreeMap<>(references);
    }

    /** Weeks that were over on {@code today} and have enough records to speak of. */
    public List<Week> weeks(List<Scored> records, LocalDate today) {
        Map<LocalDate, List<Scored>> weeks = new TreeMap<>();
        for (Scored record : records) {
            LocalDate monday = record.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.computeIfAbsent(monday, day -> new ArrayList<>()).add(record);
        }
        List<Week> closed = new ArrayList<>();
        weeks.forEach((monday, part) -> {
            if (part.size() >= ENOUGH && !monday.plusDays(DAYS).isAfter(today)) {
                closed.add(new Week(monday, part.size(), psi(part)));
            }
        });
        return closed;
    }

    /** The index of every feature and of the score over these records. */
    public Map<String, Double> psi(List<Scored> records) {
        Map<String, Double> psi = new TreeMap<>();
        for (int column = 0; column < schema.features().size(); column++) {
            int place = column;
            String code = schema.features().get(column).code();
            int[] values =
                    records.stream().mapToInt(record -> record.column(place)).toArray();
            psi.put(code, reference(code).psi(values));
        }
        psi.put(
                SCORE,
                reference(SCORE)
                        .psi(records.stream().mapToInt(Scored::millionths).toArray()));
        return psi;
    }

    private Reference reference(String code) {
        Reference reference = references.get(code);
        if (reference == null) {
            throw new IllegalArgumentException("the model has no reference for " + code);
        }
        return reference;
    }
}
