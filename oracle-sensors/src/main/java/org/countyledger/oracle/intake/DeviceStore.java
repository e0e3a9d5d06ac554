package org.countyledger.oracle.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.oracle.anchor.ReadingStore;
import org.countyledger.oracle.intake.DeviceDesk.Genuine;
import org.countyledger.oracle.sensor.SignedReading;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;

/**
 * Stores devices' messages with the counters of their sensors, in one transaction. Datastreams and then sensors are locked
 * in the order of their ids, so that two requests never wait for each other.
 */
@Component
final class DeviceStore {
    private final FeedDesk.Keeping keeping;
    private final IntakeMetrics metrics;

    DeviceStore(FeedDesk.Keeping keeping, IntakeMetrics metrics) {
        this.keeping = keeping;
        this.metrics = metrics;
    }

    Receipt store(SortedMap<String, List<Genuine>> byDatastream) {
        return keeping.transaction().execute(status -> {
            Findings findings = new Findings();
            List<Genuine> fresh = new ArrayList<>();
            byDatastream.values().forEach(messages -> fresh.addAll(fresh(messages, findings)));
            count(fresh, findings);
            findings.throwIfAny(metrics);
            add(fresh);
            long all = byDatastream.values().stream().mapToLong(List::size).sum();
            return new Receipt(fresh.size(), all - fresh.size());
        });
    }

    private List<Genuine> fresh(List<Genuine> messages, Findings findings) {
        Genuine any = messages.getFirst();
        String datastream = any.datastream();
        long open =
                keeping.readings().lock(datastream, any.limits().datastream().nextWindow());
        Map<ReadingStore.Key, Long> windows = new HashMap<>();
        messages.forEach(message -> windows.put(key(message), message.window()));
        Map<ReadingStore.Key, Long> there = keeping.readings().values(datastream, windows);
        List<Genuine> fresh = new ArrayList<>();
        for (Genuine message : messages) {
            Long known = there.putIfAbsent(key(message), message.milli());
            if (known == null && message.window() < open) {
                findings.add(message.pointer(), Refusal.WINDOW_CLOSED);
            } else if (known == null) {
                fresh.add(message);
            } else if (known != message.milli()) {
                findings.add(message.pointer(), Refusal.VALUE_DIFFERS);
            }
        }
        return fresh;
    }

    /** Counters rise in the order of the messages; what was lost on the way leaves a gap. */
    private void count(List<Genuine> fresh, Findings findings) {
        SortedMap<String, Long> counters = new TreeMap<>();
        fresh.forEach(genuine -> counters.put(genuine.message().header().sensor(), -1L));
        counters.replaceAll((sensor, none) -> keeping.counters().last(sensor));
        fresh.stream().sorted(java.util.Comparator.comparingInt(Genuine::index)).forEach(genuine -> {
            String sensor = genuine.message().header().sensor();
            long counter = genuine.message().header().counter();
            if (counter <= counters.getOrDefault(sensor, -1L)) {
                findings.add(genuine.pointer(), Refusal.COUNTER_NOT_RISING);
            } else {
                counters.put(sensor, counter);
            }
        });
        if (findings.isEmpty()) {
            counters.forEach(keeping.counters()::set);
        }
    }

    private void add(List<Genuine> fresh) {
        Map<String, Map<Long, List<SignedReading>>> signed = new TreeMap<>();
        fresh.forEach(genuine -> signed.computeIfAbsent(genuine.datastream(), datastream -> new TreeMap<>())
                .computeIfAbsent(genuine.window(), window -> new ArrayList<>())
                .add(genuine.message().reading(genuine.milli())));
        signed.forEach((datastream, byWindow) -> {
            keeping.readings().add(datastream, byWindow);
            keeping.readings().arrived(datastream, keeping.clock().instant());
        });
    }

    private static ReadingStore.Key key(Genuine message) {
        return new ReadingStore.Key(
                message.message().header().sensor(),
                message.message().measurement().at());
    }
}
