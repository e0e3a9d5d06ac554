package org.countyledger.network.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.countyledger.network.CountyException;

/** What a program says that soon ends by itself. */
public final class Output {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Output() {}

    /** Its words, errors among them; empty where it cannot be run, fails, or does not end in time. */
    public static Optional<String> of(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Optional.of(words) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted while " + command.getFirst() + " ran", e);
        }
    }
}
