package org.countyledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.countyledger.embedded.blockfile.DirectoryInUseException;
import org.countyledger.embedded.blockfile.LedgerDamagedException;

/**
 * Runs the ledger as a process: {@code EmbeddedLedgerMain --settings FILE}. With {@code --verify} behind it, re-validates
 * every block of the stopped ledger instead.
 */
public final class EmbeddedLedgerMain {
    private static final String NOTICE = "This embedded ledger holds the keys of all organisations in one process:"
            + " it proves nothing to anybody and is for development, tests and demonstrations only.";
    private static final String LAG = "EMBEDDED_LEDGER_LAG";
    private static final String USAGE = "Usage: EmbeddedLedgerMain --settings FILE [--verify]";
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private EmbeddedLedgerMain() {}

    @SuppressWarnings("SystemOut") // a program's own words
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        boolean verifies = given.size() == 3 && given.get(2).equals("--verify");
        if ((given.size() != 2 && !verifies) || !given.getFirst().equals("--settings")) {
            System.err.println(USAGE);
            System.exit(WRONG_USAGE);
        }
        Optional<String> problem = attempt(Path.of(given.get(1)), verifies);
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(FAILED);
        }
    }

    /** Runs until the process is told to end; the sentence says why it could not. */
    static Optional<String> attempt(Path settings, boolean verifies) {
        try {
            if (verifies) {
                return Verification.run(SettingsReader.read(settings));
            }
            run(SettingsReader.read(settings));
            return Optional.empty();
        } catch (SettingsException | IOException | DirectoryInUseException | LedgerDamagedException e) {
            return cannotStart(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return cannotStart(e.getMessage() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cannotStart("It was interrupted");
        }
    }

    private static Optional<String> cannotStart(String reason) {
        return Optional.of("The embedded ledger cannot start. " + reason);
    }

    @SuppressWarnings("SystemOut")
    private static void run(LedgerSettings settings) throws SettingsException, IOException, InterruptedException {
        System.out.println(NOTICE);
        EmbeddedLedger ledger = EmbeddedLedger.builder().settings(settings).start();
        lag(ledger, Optional.ofNullable(System.getenv(LAG)).orElse(""));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    ledger.close();
                    ended.countDown();
                }));
        List<String> gateways = settings.organizations().stream()
                .filter(organization -> organization.peerPort() >= 0)
                .map(organization -> organization.mspId() + " " + ledger.gatewayAddress(organization.mspId()))
                .toList();
        System.out.println("embedded ledger ready in " + sinceStart().toMillis() + " ms: channel " + ledger.channel()
                + ", " + ledger.blocks().chainInfo().getHeight() + " blocks, " + String.join(", ", gateways));
        ended.await();
    }

    /** {@code MSP=BLOCKS}: one organisation lags behind the others, for tests of what clients do about it. */
    @SuppressWarnings("SystemOut")
    private static void lag(EmbeddedLedger ledger, String wanted) throws SettingsException {
        if (wanted.isEmpty()) {
            return;
        }
        String[] parts = wanted.split("=", 2);
        try {
            ledger.faults().lag(parts[0], Integer.parseInt(parts[parts.length - 1]));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(LAG + " is '" + wanted + "', and should be MSP=BLOCKS", e);
        }
        System.out.println(parts[0] + " is held up to " + parts[1] + " blocks behind the others");
    }

    private static Duration sinceStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
