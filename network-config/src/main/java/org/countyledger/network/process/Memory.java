package org.countyledger.network.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Resident memory as Linux tells it. */
final class Memory {
    private static final String RESIDENT = "VmRSS:";
    private static final String OWN = "RssAnon:";
    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** Everything resident of a process, and of its children what they do not share. */
    static OptionalLong of(ProcessHandle process) {
        OptionalLong main = read(process.pid(), RESIDENT);
        long children = process.descendants()
                .map(child -> read(child.pid(), OWN))
                .mapToLong(bytes -> bytes.orElse(0))
                .sum();
        return main.isPresent() ? OptionalLong.of(main.getAsLong() + children) : main;
    }

    private static OptionalLong read(long pid, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line ->
                            line.substring(field.length()).replace("kB", "").strip())
                    .mapToLong(text -> Long.parseLong(text) * KIBIBYTE)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
