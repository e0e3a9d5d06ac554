package org.countyledger.oracle.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamState;
import org.countyledger.domain.sensing.DatastreamView;
import org.countyledger.domain.sensing.Ingest;
import org.countyledger.domain.sensing.SensorState;
import org.countyledger.oracle.ledger.Registry;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.sensor.DeviceMessage;
import org.countyledger.oracle.sensor.MalformedMessage;
import org.countyledger.oracle.sensor.Measurement;
import org.countyledger.oracle.settings.OracleSettings;
import org.countyledger.oracle.window.Limits;
import org.countyledger.oracle.window.Refusal;
import org.springframework.stereotype.Component;

/** Takes messages that devices have signed: whoever brings them, the signature and the ledger say what they are worth. */
@Component
final class DeviceDesk {
    private final Registry registry;
    private final DeviceStore store;
    private final IntakeMetrics metrics;
    private final FeedDesk.Keeping keeping;
    private final int most;

    DeviceDesk(
            Registry registry,
            DeviceStore store,
            IntakeMetrics metrics,
            FeedDesk.Keeping keeping,
            OracleSettings settings) {
        this.registry = registry;
        this.store = store;
        this.metrics = metrics;
        this.keeping = keeping;
        this.most = settings.oracle().maxReadings();
    }

    Receipt take(byte[] body) {
        Findings findings = new Findings();
        SortedMap<String, List<Genuine>> byDatastream = new TreeMap<>();
        List<DeviceMessage.Parsed> messages = parse(body);
        for (int i = 0; i < messages.size(); i++) {
            examine(i, messages.get(i), findings)
                    .ifPresent(genuine -> byDatastream
                            .computeIfAbsent(genuine.datastream(), datastream -> new ArrayList<>())
                            .add(genuine));
        }
        findings.throwIfAny(metrics);
        Receipt receipt = store.store(byDatastream);
        metrics.accepted(receipt.accepted(), receipt.duplicates());
        byDatastream.keySet().forEach(keeping.anchors()::wake);
        return receipt;
    }

    private List<DeviceMessage.Parsed> parse(byte[] body) {
        try {
            List<DeviceMessage.Parsed> messages = DeviceMessage.sequence(body);
            if (messages.size() > most) {
                throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
            }
            return messages;
        } catch (MalformedMessage e) {
            metrics.refused(Refusal.MALFORMED, 1);
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST);
        }
    }

    /** A message whose signature, sensor, datastream, time and value are right. */
    record Genuine(int index, DeviceMessage message, Limits limits) {
        String datastream() {
            return limits.datastream().header().id();
        }

        long milli() {
            return Limits.milli(message.measurement().value());
        }

        long window() {
            return limits.window(message.measurement().at());
        }

        String pointer() {
            return "/" + index;
        }
    }

    private Optional<Genuine> examine(int index, DeviceMessage.Parsed parsed, Findings findings) {
        String pointer = "/" + index;
        return switch (parsed) {
            case DeviceMessage.Parsed.Malformed malformed -> {
                findings.addMalformed(pointer, malformed.why());
                yield Optional.empty();
            }
            case DeviceMessage.Parsed.Message found ->
                limits(pointer, found.message(), findings)
                        .map(limits -> new Genuine(index, found.message(), limits))
                        .filter(genuine -> isPossible(genuine, findings));
        };
    }

    private Optional<Limits> limits(String pointer, DeviceMessage message, Findings findings) {
        Optional<Header> sensor = registry.sensor(message.header().sensor());
        Optional<Header> datastream = registry.datastream(message.measurement().datastream())
                .filter(found -> found.state().equals(DatastreamState.OPEN.name()));
        return findings.isFine(pointer, refusal(message, sensor, datastream))
                ? datastream.map(header -> new Limits(
                        new DatastreamView(header),
                        registry.policy(header),
                        Ingest.LIVE,
                        keeping.clock().instant()))
                : Optional.empty();
    }

    /** Whether the signature is right comes first: before that, nothing that a message says is anybody's word. */
    private static Optional<Refusal> refusal(
            DeviceMessage message, Optional<Header> sensor, Optional<Header> datastream) {
        Optional<String> key = sensor.flatMap(found -> found.fields().text("key"));
        if (sensor.isEmpty() || key.isEmpty()) {
            return Optional.of(Refusal.SENSOR_UNKNOWN);
        }
        if (!message.isSignedBy(key.get())) {
            return Optional.of(Refusal.SIGNATURE_INVALID);
        }
        if (!sensor.get().state().equals(SensorState.ACTIVE.name())) {
            return Optional.of(Refusal.SENSOR_NOT_ACTIVE);
        }
        if (datastream.isEmpty()) {
            return Optional.of(Refusal.DATASTREAM_UNKNOWN);
        }
        if (!datastream.get().fields().texts("sensors").contains(sensor.get().id())) {
            return Optional.of(Refusal.SENSOR_UNKNOWN);
        }
        Optional<String> unit = datastream.get().fields().text("unit");
        return unit.equals(Optional.of(message.measurement().unit()))
                ? Optional.empty()
                : Optional.of(Refusal.UNIT_DIFFERS);
    }

    private static boolean isPossible(Genuine genuine, Findings findings) {
        Measurement measurement = genuine.message().measurement();
        boolean isTime = findings.isFine(genuine.pointer(), genuine.limits().ofTime(measurement.at()));
        return findings.isFine(genuine.pointer(), Limits.ofValue(measurement.value())) && isTime;
    }
}
