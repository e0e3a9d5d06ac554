package org.countyledger.oracle.backfill;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.oracle.anchor.Counters;
import org.countyledger.oracle.anchor.FileFeed;
import org.countyledger.oracle.anchor.Order;
import org.countyledger.oracle.anchor.Standing;
import org.countyledger.oracle.intake.AdapterSensor;
import org.countyledger.oracle.sensor.AdapterSigner;
import org.countyledger.oracle.sensor.SignedReading;
import org.countyledger.oracle.settings.OracleSettings;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;

/** Cuts files into batches as the ledger takes them, and signs their values under the adapter's key. */
@Component
final class Backfills implements FileFeed {
    private final BackfillStore store;
    private final AdapterSensor adapters;
    private final AdapterSigner signer;
    private final Counters counters;
    private final Clock clock;
    private final long maxUnpacked;
    private final Map<String, HourlyValues> open = new ConcurrentHashMap<>();

    Backfills(
            BackfillStore store,
            AdapterSensor adapters,
            AdapterSigner signer,
            Counters counters,
            Clock clock,
            OracleSettings settings) {
        this.store = store;
        this.adapters = adapters;
        this.signer = signer;
        this.counters = counters;
        this.clock = clock;
        this.maxUnpacked = settings.oracle().maxUnpacked().toBytes();
    }

    PrsaTable.Content read(BackfillStore.Stored file, Standing standing) throws IOException, PrsaTable.NotPrsa {
        Limits limits = new Limits(standing.view(), standing.air(), Ingest.BACKFILL, file.receivedAt());
        return PrsaTable.read(Unpacked.of(file.content(), maxUnpacked), limits);
    }

    @Override
    public Optional<Order> next(Standing standing) {
        Optional<BackfillStore.Running> running =
                store.running(standing.header().id());
        while (running.isPresent()) {
            Optional<Order> order = next(running.get(), standing);
            if (order.isPresent()) {
                return order;
            }
            running = store.running(standing.header().id());
        }
        return Optional.empty();
    }

    private Optional<Order> next(BackfillStore.Running running, Standing standing) {
        HourlyValues values = open.computeIfAbsent(running.sha256(), sha256 -> values(sha256, standing));
        long next = standing.view().nextWindow();
        if (!running.isStarted()) {
            start(running.sha256(), values.before(next));
        }
        if (values.last() < next) {
            store.complete(running.sha256());
            open.remove(running.sha256());
            return Optional.empty();
        }
        long most = standing.air().integer("batch.maxWindows").orElseThrow();
        long last = Math.min(values.last(), next + most - 1);
        return Optional.of(new Order(
                last,
                Ingest.BACKFILL,
                last == values.last(),
                Optional.of(running.sha256()),
                signed(values, standing, last)));
    }

    private void start(String sha256, int closed) {
        SortedMap<String, Long> refused =
                new TreeMap<>(store.find(sha256).orElseThrow().refused());
        if (closed > 0) {
            refused.merge(Refusal.WINDOW_CLOSED.code(), (long) closed, Long::sum);
        }
        store.start(sha256, refused);
    }

    private HourlyValues values(String sha256, Standing standing) {
        try {
            return read(store.stored(sha256), standing).values();
        } catch (IOException | PrsaTable.NotPrsa e) {
            throw new IllegalStateException("The stored file " + sha256 + " cannot be read again", e);
        }
    }

    private Map<Long, List<SignedReading>> signed(HourlyValues values, Standing standing, long last) {
        DatastreamView view = standing.view();
        String sensor = adapters.of(standing.header())
                .orElseThrow(() -> new IllegalStateException("The adapter's sensor is not active."));
        String unit = standing.header().fields().text("unit").orElse("");
        long first = view.nextWindow();
        long[] counter = {counters.reserve(sensor, values.before(last + 1) - values.before(first))};
        Instant now = clock.instant();
        Map<Long, List<SignedReading>> signed = new HashMap<>();
        values.between(first, last, (window, milli) -> {
            var draft = new AdapterSigner.Draft(view.header().id(), unit, sensor, view.start(window), milli);
            signed.put(window, List.of(signer.sign(draft, counter[0]++, now)));
        });
        return signed;
    }

    @Override
    public void failed(String sha256, String sentence) {
        store.fail(sha256, sentence);
        open.remove(sha256);
    }
}
