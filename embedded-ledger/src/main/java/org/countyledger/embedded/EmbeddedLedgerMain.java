package org.countyledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.countyledger.embedded.blockfile.DirectoryInUseException;
import org.countyledger.embedded.blockfile.LedgerDamagedException;

/** Runs the ledger as a process: {@code EmbeddedLedgerMain --settings FILE}. */
public final class EmbeddedLedgerMain {
    private static final String WARNING = "This embedded ledger holds the keys of all organisations in one process:"
            + " it proves nothing to anybody and is for development, tests and demonstrations only.";

    private EmbeddedLedgerMain() {}

    @SuppressWarnings("SystemOut") // the two lines are what the program has to say
    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--settings")) {
            System.err.println("Usage: EmbeddedLedgerMain --settings FILE");
            System.exit(2);
            return;
        }
        System.out.println(WARNING);
        try {
            run(Path.of(arguments[1]));
        } catch (SettingsException | IOException | DirectoryInUseException | LedgerDamagedException e) {
            System.err.println("The embedded ledger cannot start. " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Path file) throws SettingsException, IOException, InterruptedException {
        LedgerSettings settings = SettingsReader.read(file);
        EmbeddedLedger ledger = EmbeddedLedger.builder().settings(settings).start();
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

    private static Duration sinceStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
