package org.countyledger.gateway.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.timer.Alarms.Alarm;
import org.springframework.stereotype.Component;

/** Looks at one record whose alarm rang: does what is due, and sets the alarm to what comes next. */
@Component
final class Visit {
    /** Time for the block to arrive; the change of the record then rings by itself. */
    private static final Duration AFTER_SUCCESS = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int DOUBLINGS = 7;

    private final Records records;
    private final Agenda agenda;
    private final Firing firing;
    private final Alarms alarms;

    Visit(Records records, Agenda agenda, Firing firing, Alarms alarms) {
        this.records = records;
        this.agenda = agenda;
        this.firing = firing;
        this.alarms = alarms;
    }

    void pay(Alarm alarm) {
        records.find(alarm.kind(), alarm.id()).ifPresent(record -> pay(alarm, record));
    }

    private void pay(Alarm alarm, StoredRecord record) {
        Instant now = Instant.now();
        List<Act> acts = agenda.of(record, now);
        Set<Firing.Outcome> outcomes = acts.stream()
                .filter(act -> !act.at().isAfter(now))
                .map(act -> firing.fire(record.header(), act))
                .collect(Collectors.toSet());
        Instant next = acts.stream()
                .map(Act::at)
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(Alarms.NEVER);
        if (outcomes.contains(Firing.Outcome.DONE)) {
            alarms.set(alarm, Instant.now().plus(AFTER_SUCCESS), 0);
        } else if (outcomes.contains(Firing.Outcome.FAILED)) {
            Instant again = Instant.now().plus(pause(alarm));
            alarms.set(alarm, again.isBefore(next) ? again : next, alarm.failures() + 1);
        } else {
            alarms.set(alarm, next, 0);
        }
    }

    private static Duration pause(Alarm alarm) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(alarm.failures(), DOUBLINGS));
    }
}
