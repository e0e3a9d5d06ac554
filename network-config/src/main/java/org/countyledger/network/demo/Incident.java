package org.countyledger.network.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** An incident of a real service desk, from the bundled sample: what a grievance of the demonstration is about. */
record Incident(String number, String category, String priority) {
    private static final String SAMPLE = "/demo/incidents.csv";

    static List<Incident> sample() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Incident.class.getResourceAsStream(SAMPLE)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Incident(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(SAMPLE, e);
        }
    }

    String text() {
        return number + ": " + category + ", " + priority;
    }
}
