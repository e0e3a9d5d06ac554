package org.countyledger.oracle.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.Window;
import org.countyledger.oracle.attest.Attestation;
import org.countyledger.oracle.sensor.SignedReading;
import org.countyledger.oracle.window.Windows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes batches out of stored readings. Readings, batch and the end of their windows are stored in one transaction. */
@Component
final class Preparation {
    private final ReadingStore readings;
    private final BatchStore batches;
    private final Attestation attestation;
    private final TransactionTemplate transaction;

    Preparation(ReadingStore readings, BatchStore batches, Attestation attestation, TransactionTemplate transaction) {
        this.readings = readings;
        this.batches = batches;
        this.attestation = attestation;
        this.transaction = transaction;
    }

    /** A batch, and the datastream's header once it is on the ledger. */
    record Ready(Prepared prepared, Header after) {}

    Ready prepare(Standing standing, Order order) {
        return transaction.execute(status -> locked(standing, order));
    }

    private Ready locked(Standing standing, Order order) {
        String datastream = standing.header().id();
        long first = standing.view().nextWindow();
        long unused = readings.lock(datastream, first);
        readings.add(datastream, order.more());
        NavigableMap<Long, List<SignedReading>> stored = readings.range(datastream, first, order.last());
        List<Window> windows = new ArrayList<>();
        for (long window = first; window <= order.last(); window++) {
            windows.add(Windows.of(standing.pollutant(), stored.getOrDefault(window, List.of())));
        }
        Attestation.Draft draft =
                new Attestation.Draft(standing.header(), standing.air(), order.ingest(), windows, order.lastOfFile());
        Attestation.Attested attested = attestation.attest(draft);
        Prepared prepared = new Prepared(
                span(first, windows).raising(attested.exceedances()),
                order.ingest(),
                order.backfill(),
                attested.command());
        batches.prepare(datastream, prepared);
        return new Ready(prepared, Attestation.after(draft));
    }

    private static Prepared.Span span(long first, List<Window> windows) {
        return new Prepared.Span(
                first,
                first + windows.size() - 1,
                windows.stream().mapToLong(Window::count).sum(),
                windows.stream().filter(Window::isMissing).count(),
                0);
    }
}
