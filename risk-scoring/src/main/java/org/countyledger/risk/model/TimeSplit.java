package org.countyledger.risk.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.features.LabelledRecord.Life;

/** Records split by the time of opening: {@code train} were opened before all of {@code test}. */
public record TimeSplit(List<LabelledRecord> train, List<LabelledRecord> test) {
    private static final int ALL = 1000;
    private static final int TENTHS = 10;

    /**
     * Splits at a share of the records.
     *
     * @param records in the order of opening
     */
    public static TimeSplit of(List<LabelledRecord> records, int trainPermille) {
        List<LabelledRecord> numbers = numbers(records);
        int cut = (int) ((long) numbers.size() * trainPermille / ALL);
        Set<String> early = new HashSet<>();
        numbers.subList(0, cut).forEach(record -> early.add(record.number()));
        List<LabelledRecord> train = new ArrayList<>();
        List<LabelledRecord> test = new ArrayList<>();
        records.forEach(record -> (early.contains(record.number()) ? train : test).add(record));
        return new TimeSplit(train, test);
    }

    private static List<LabelledRecord> numbers(List<LabelledRecord> records) {
        Map<String, LabelledRecord> each = new LinkedHashMap<>();
        records.forEach(record -> each.putIfAbsent(record.number(), record));
        return List.copyOf(each.values());
    }

    /** Records to learn from, however many of their events are taken. */
    int trainRecords() {
        return numbers(train).size();
    }

    /**
     * When the last record to calibrate by was opened at the latest: nine in ten records were closed within the time from
     * then to the last closing that the log tells of. Of later ones a log that holds closed records only has the quick ones.
     */
    LocalDateTime maturedBy() {
        List<Life> lives = numbers(train).stream().map(LabelledRecord::life).toList();
        Duration most = lives.stream()
                .map(life -> Duration.between(life.openedAt(), life.closedAt()))
                .sorted()
                .skip((long) lives.size() * (TENTHS - 1) / TENTHS)
                .findFirst()
                .orElse(Duration.ZERO);
        return lives.stream()
                .map(Life::closedAt)
                .max(LocalDateTime::compareTo)
                .map(last -> last.minus(most))
                .orElse(LocalDateTime.MIN);
    }

    public Optional<LocalDateTime> until() {
        return test.stream().findFirst().map(record -> record.life().openedAt());
    }
}
