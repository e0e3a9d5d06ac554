package org.countyledger.acceptance.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The county command, started as {@code scripts/county} starts it after it has built what is missing. */
public final class CountyCommand {
    private static final Duration LIMIT = Duration.ofMinutes(12);

    private CountyCommand() {}

    /** What a command said, and how it ended. */
    public record Outcome(List<String> arguments, int exit, String out, String err) {

        /** The same outcome, if the command ended like this. */
        public Outcome expect(int expected) {
            assertThat(exit)
                    .as("exit code of county %s, which said%n%s%s", arguments, out, err)
                    .isEqualTo(expected);
            return this;
        }

        /** Everything that it said. */
        public String said() {
            return out + err;
        }

        /** What it printed, line by line. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public static Outcome run(String... arguments) {
        try {
            Path out = Files.createTempFile("county-", ".out");
            Path err = Files.createTempFile("county-", ".err");
            try {
                int exit = exit(command(List.of(arguments)), out, err);
                return new Outcome(List.of(arguments), exit, Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int exit(List<String> command, Path out, Path err) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Checkout.ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        command + " did not end within " + LIMIT + "; it said\n" + Files.readString(out));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On the JDK of these tests, which need not be the java of the PATH. */
    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Checkout.ROOT.resolve("network-config/target/county-test.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-jar",
                Checkout.ROOT
                        .resolve("network-config/target/network-config.jar")
                        .toString()));
        command.addAll(arguments);
        return command;
    }
}
