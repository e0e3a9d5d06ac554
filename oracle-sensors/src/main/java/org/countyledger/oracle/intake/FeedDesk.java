package org.countyledger.oracle.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamState;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.oracle.anchor.Anchors;
import org.countyledger.oracle.anchor.Counters;
import org.countyledger.oracle.anchor.ReadingStore;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.sensor.AdapterSigner;
import org.countyledger.oracle.sensor.SignedReading;
import org.countyledger.oracle.settings.OracleSettings;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes live readings of a JSON feed and signs them under the adapter's key. */
@Component
final class FeedDesk {
    private final Registry registry;
    private final AdapterSensor adapters;
    private final AdapterSigner signer;
    private final IntakeMetrics metrics;
    private final Keeping keeping;
    private final int most;

    FeedDesk(
            Registry registry,
            AdapterSensor adapters,
            AdapterSigner signer,
            IntakeMetrics metrics,
            Keeping keeping,
            OracleSettings settings) {
        this.registry = registry;
        this.adapters = adapters;
        this.signer = signer;
        this.metrics = metrics;
        this.keeping = keeping;
        this.most = settings.oracle().maxReadings();
    }

    /** How readings come to be stored and noticed. */
    @Component
    record Keeping(
            TransactionTemplate transaction, ReadingStore readings, Counters counters, Anchors anchors, Clock clock) {}

    /**
     * A feed that may be stored.
     *
     * @param counter the first that is reserved for it
     */
    private record Feed(Limits limits, String sensor, long counter, List<FeedBody.Item> items) {
        String datastream() {
            return limits.datastream().header().id();
        }

        Map<ReadingStore.Key, Long> windows() {
            Map<ReadingStore.Key, Long> windows = new HashMap<>();
            items.forEach(item -> windows.put(new ReadingStore.Key(sensor, item.at()), limits.window(item.at())));
            return windows;
        }
    }

    Receipt take(byte[] body) {
        Findings findings = new Findings();
        FeedBody feed = FeedBody.read(body, most, findings);
        Header header = registry.datastream(feed.datastream())
                .filter(found -> found.state().equals(DatastreamState.OPEN.name()))
                .orElseThrow(() -> ProblemException.validation("/datastream", Refusal.DATASTREAM_UNKNOWN.text()));
        String sensor = adapters.of(header)
                .orElseThrow(() -> ProblemException.validation("/datastream", Refusal.SENSOR_UNKNOWN.text()));
        Limits limits = new Limits(
                new DatastreamView(header),
                registry.policy(header),
                Ingest.LIVE,
                keeping.clock().instant());
        feed.items().forEach(item -> findings.isFine(item.time(), limits.ofTime(item.at())));
        findings.throwIfAny(metrics);
        long counter = keeping.counters().reserve(sensor, feed.items().size());
        Receipt receipt =
                keeping.transaction().execute(status -> store(new Feed(limits, sensor, counter, feed.items())));
        metrics.accepted(receipt.accepted(), receipt.duplicates());
        keeping.anchors().wake(header.id());
        return receipt;
    }

    private Receipt store(Feed feed) {
        long open = keeping.readings()
                .lock(feed.datastream(), feed.limits().datastream().nextWindow());
        List<FeedBody.Item> fresh = fresh(feed, open);
        Map<Long, List<SignedReading>> signed = new TreeMap<>();
        long counter = feed.counter();
        Instant now = keeping.clock().instant();
        String unit = feed.limits().datastream().header().fields().text("unit").orElse("");
        for (FeedBody.Item item : fresh) {
            var draft = new AdapterSigner.Draft(feed.datastream(), unit, feed.sensor(), item.at(), item.milli());
            signed.computeIfAbsent(feed.limits().window(item.at()), window -> new ArrayList<>())
                    .add(signer.sign(draft, counter++, now));
        }
        keeping.readings().add(feed.datastream(), signed);
        keeping.readings().arrived(feed.datastream(), now);
        return new Receipt(fresh.size(), feed.items().size() - fresh.size());
    }

    private List<FeedBody.Item> fresh(Feed feed, long open) {
        Map<ReadingStore.Key, Long> there = keeping.readings().values(feed.datastream(), feed.windows());
        Findings findings = new Findings();
        List<FeedBody.Item> fresh = new ArrayList<>();
        for (FeedBody.Item item : feed.items()) {
            Long known = there.putIfAbsent(new ReadingStore.Key(feed.sensor(), item.at()), item.milli());
            if (known == null && feed.limits().window(item.at()) < open) {
                findings.add(item.time(), Refusal.WINDOW_CLOSED);
            } else if (known == null) {
                fresh.add(item);
            } else if (known != item.milli()) {
                findings.add(item.value(), Refusal.VALUE_DIFFERS);
            }
        }
        findings.throwIfAny(metrics);
        return fresh;
    }
}
