package org.countyledger.oracle.backfill;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamState;
import org.countyledger.oracle.anchor.Anchors;
import org.countyledger.oracle.anchor.ReadingStore;
import org.countyledger.oracle.anchor.Standing;
import org.countyledger.oracle.intake.AdapterSensor;
import org.countyledger.oracle.intake.IntakeMetrics;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.problem.Text;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files: they are read once whole before they are stored, and stored before anybody is told so. */
@Component
final class BackfillDesk {
    private static final Text OTHER_DATASTREAM = new Text("该文件已用于另一数据流。", "The file was taken for another datastream.");
    private static final Text NOT_PACKED = new Text("无法解压。", "It cannot be unpacked.");

    private final BackfillStore store;
    private final Backfills files;
    private final Registry registry;
    private final AdapterSensor adapters;
    private final IntakeMetrics metrics;
    private final Storing storing;

    BackfillDesk(
            BackfillStore store,
            Backfills files,
            Registry registry,
            AdapterSensor adapters,
            IntakeMetrics metrics,
            Storing storing) {
        this.store = store;
        this.files = files;
        this.registry = registry;
        this.adapters = adapters;
        this.metrics = metrics;
        this.storing = storing;
    }

    /** How a file comes to be stored and noticed. */
    @Component
    record Storing(TransactionTemplate transaction, ReadingStore readings, Anchors anchors, Clock clock) {}

    Optional<Progress> find(String sha256) {
        return store.find(sha256);
    }

    Progress put(String sha256, String datastream, byte[] content) {
        Optional<Progress> there = store.find(sha256);
        if (there.filter(progress -> !progress.datastream().equals(datastream)).isPresent()) {
            throw ProblemException.validation("datastream", OTHER_DATASTREAM);
        }
        if (there.filter(progress -> progress.state() != Progress.State.FAILED).isPresent()) {
            return there.get();
        }
        BackfillStore.Stored file =
                new BackfillStore.Stored(content, storing.clock().instant());
        Header header = datastream(datastream);
        Map<Refusal, Long> refused = read(file, new Standing(header, registry.policy(header)));
        if (there.isEmpty()) {
            refused.forEach(metrics::refused);
        }
        Map<String, Long> counts = new TreeMap<>();
        refused.forEach((refusal, count) -> counts.put(refusal.code(), count));
        storing.transaction().executeWithoutResult(status -> {
            long unused = storing.readings().lock(datastream, 0);
            store.put(sha256, datastream, file, counts);
        });
        storing.anchors().wake(datastream);
        return store.find(sha256).orElseThrow();
    }

    private Header datastream(String id) {
        Header header = registry.datastream(id)
                .filter(found -> found.state().equals(DatastreamState.OPEN.name()))
                .orElseThrow(() -> ProblemException.validation("datastream", Refusal.DATASTREAM_UNKNOWN.text()));
        if (adapters.of(header).isEmpty()) {
            throw ProblemException.validation("datastream", Refusal.SENSOR_UNKNOWN.text());
        }
        return header;
    }

    private Map<Refusal, Long> read(BackfillStore.Stored file, Standing standing) {
        try {
            return files.read(file, standing).refused();
        } catch (Unpacked.TooLarge e) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        } catch (IOException e) {
            throw ProblemException.validation("", NOT_PACKED);
        } catch (PrsaTable.NotPrsa e) {
            throw ProblemException.validation(
                    "", new Text("不是 PRSA 格式：" + e.getMessage(), "It is not in the PRSA format: " + e.getMessage()));
        }
    }
}
