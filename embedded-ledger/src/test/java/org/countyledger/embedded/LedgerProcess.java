package org.countyledger.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ledger as a process of its own, on the class path of the tests. */
final class LedgerProcess implements AutoCloseable {
    private static final Pattern GATEWAY = Pattern.compile("(\\w+MSP) (127\\.0\\.0\\.1:\\d+)");
    private static final long END_SECONDS = 10;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> gateways = new HashMap<>();

    private LedgerProcess(Process process) {
        this.process = process;
    }

    /** Starts without waiting for anything. */
    static Process launch(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedLedgerMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Returns when the ledger says that it is ready. */
    static LedgerProcess start(Path settings) throws IOException {
        LedgerProcess ledger = new LedgerProcess(launch("--settings", settings.toString()));
        BufferedReader output = ledger.process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            ledger.lines.add(line);
            if (line.startsWith("embedded ledger ready")) {
                Matcher gateway = GATEWAY.matcher(line);
                while (gateway.find()) {
                    ledger.gateways.put(gateway.group(1), gateway.group(2));
                }
                return ledger;
            }
        }
        throw new IOException("The ledger ended before it was ready: " + String.join("\n", ledger.lines));
    }

    /** What it said up to and with the ready line. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    String gateway(String mspId) {
        return Objects.requireNonNull(gateways.get(mspId));
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As {@code kill} does; the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The ledger did not end within " + END_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
