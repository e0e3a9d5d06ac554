package org.countyledger.risk.features;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.countyledger.domain.record.Digests;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.LabelledRecord.Life;

/**
 * The event log of incidents (UCI data set 498), gzipped or plain.
 *
 * @param digest SHA-256 of the text, unpacked
 * @param view what its incidents are taken for
 */
public record IncidentLog(String digest, View view, List<Incident> incidents) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** The events of one incident in the order of the log. */
    record Incident(String number, List<IncidentEvent> events) {
        IncidentEvent last() {
            return events.getLast();
        }

        Life life() {
            return new Life(last().time("opened_at"), last().time("closed_at"));
        }
    }

    public static IncidentLog read(Path file) {
        try {
            byte[] text = unpacked(Files.readAllBytes(file));
            return new IncidentLog(Digests.sha256Hex(text), View.INCIDENT, incidents(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new RiskException(file + " cannot be read as an incident log: " + e.getMessage(), e);
        }
    }

    /** The same log, its incidents taken for something else. */
    public IncidentLog as(View other) {
        return new IncidentLog(digest, other, incidents);
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        boolean gzip = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        if (!gzip) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static List<Incident> incidents(byte[] text) throws IOException {
        Map<String, List<IncidentEvent>> events = new LinkedHashMap<>();
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8)) {
            for (CSVRecord line : FORMAT.parse(reader)) {
                events.computeIfAbsent(line.get("number"), number -> new ArrayList<>())
                        .add(new IncidentEvent(line));
            }
        }
        return events.entrySet().stream()
                .map(entry -> new Incident(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /**
     * The incidents at the named events (1 is the first), ordered by opening time. An incident without such an event, or
     * closed by it, is not among them: nothing is left to foresee.
     */
    public List<LabelledRecord> records(Target target, Set<Integer> at) {
        List<LabelledRecord> records = new ArrayList<>();
        for (Incident incident : incidents) {
            boolean yes = target.happened(incident.last());
            for (int event : at.stream().sorted().toList()) {
                if (event <= incident.events().size()
                        && !incident.events().get(event - 1).isClosed()) {
                    Map<String, String> fields = view.fields(incident.events().get(event - 1));
                    records.add(new LabelledRecord(incident.number(), event, incident.life(), fields, yes));
                }
            }
        }
        records.sort(Comparator.comparing(each -> each.life().openedAt()));
        return records;
    }
}
