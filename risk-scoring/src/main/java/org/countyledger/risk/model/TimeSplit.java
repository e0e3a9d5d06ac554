package org.countyledger.risk.model;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countyledger.risk.features.LabelledRecord;

/**
 * Records split by the time of opening: {@code train} were opened before all of {@code test}. Records that were closed
 * last before the first of {@code test} was opened are set aside for calibration; they are also in {@code train}.
 */
public record TimeSplit(List<LabelledRecord> train, List<LabelledRecord> test, Set<String> calibration) {
    private static final int CALIBRATION = 1500;
    private static final int LARGEST_PART = 4;
    private static final int ALL = 1000;

    /**
     * Splits at a share of the records.
     *
     * @param records in the order of opening
     */
    public static TimeSplit of(List<LabelledRecord> records, int trainPermille) {
        Map<String, LabelledRecord> each = new LinkedHashMap<>();
        records.forEach(record -> each.putIfAbsent(record.number(), record));
        List<LabelledRecord> numbers = List.copyOf(each.values());
        int cut = (int) ((long) numbers.size() * trainPermille / ALL);
        Set<String> early = new HashSet<>();
        numbers.subList(0, cut).forEach(record -> early.add(record.number()));
        List<LabelledRecord> train = new ArrayList<>();
        List<LabelledRecord> test = new ArrayList<>();
        records.forEach(record -> (early.contains(record.number()) ? train : test).add(record));
        LocalDateTime until =
                test.isEmpty() ? LocalDateTime.MAX : test.get(0).life().openedAt();
        return new TimeSplit(train, test, closedLast(numbers.subList(0, cut), until));
    }

    private static Set<String> closedLast(List<LabelledRecord> numbers, LocalDateTime until) {
        List<LabelledRecord> closed = numbers.stream()
                .filter(record -> record.life().closedAt().isBefore(until))
                .sorted(Comparator.comparing(
                                (LabelledRecord record) -> record.life().closedAt())
                        .thenComparing(LabelledRecord::number))
                .toList();
        int size = Math.min(CALIBRATION, closed.size() / LARGEST_PART);
        Set<String> last = new HashSet<>();
        closed.subList(closed.size() - size, closed.size()).forEach(record -> last.add(record.number()));
        return last;
    }

    public List<LabelledRecord> calibrating() {
        return train.stream()
                .filter(record -> calibration.contains(record.number()))
                .toList();
    }

    public List<LabelledRecord> withoutCalibration() {
        return train.stream()
                .filter(record -> !calibration.contains(record.number()))
                .toList();
    }

    public Optional<LocalDateTime> until() {
        return test.stream().findFirst().map(record -> record.life().openedAt());
    }
}
