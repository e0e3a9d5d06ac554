package org.countyledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.countyledger.embedded.ordering.BatchSettings;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;

/**
 * Prints how the heap, the files and the time to open grow over many transactions, 100,000 unless told otherwise, one in
 * ten private. Not a test: what it prints depends on the machine.
 */
public final class LongChainBenchmark {
    private static final int IN_FLIGHT = 64;
    private static final int STEPS = 10;
    private static final long MEBIBYTE = 1 << 20;
    private static final String MSP = "CivilAffairsMSP";

    private LongChainBenchmark() {}

    @SuppressWarnings("SystemOut") // a program's own words
    public static void main(String[] arguments) throws Exception {
        int transactions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path directory = Files.createTempDirectory("long-chain");
        try {
            ThrowawayNetwork network = builder(directory).start();
            fill(network, transactions);
            network.close();
            long started = System.nanoTime();
            try (ThrowawayNetwork opened =
                    builder(directory).organizationsOf(network).start()) {
                System.out.printf(
                        "opened %d blocks in %d ms%n",
                        opened.ledger().blocks().chainInfo().getHeight(),
                        Duration.ofNanos(System.nanoTime() - started).toMillis());
            }
            measureReset();
        } finally {
            delete(directory);
        }
    }

    private static ThrowawayNetwork.Builder builder(Path directory) {
        return ThrowawayNetwork.builder()
                .organizations(MSP)
                .directory(directory)
                .batch(new BatchSettings(IN_FLIGHT, 4 << 20, 10 << 20, Duration.ofMillis(10)))
                .chaincode("keys", KeyChaincode::new)
                .chaincode("private", mspId -> new PrivateChaincode());
    }

    @SuppressWarnings("SystemOut")
    private static void fill(ThrowawayNetwork network, int transactions) throws Exception {
        try (Client client = Client.of(network, MSP)) {
            for (int step = 1; step <= STEPS; step++) {
                long started = System.nanoTime();
                for (int done = 0; done < transactions / STEPS; done += IN_FLIGHT) {
                    batch(client, step + "-" + done);
                }
                long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.printf(
                        "%d transactions: %d MiB of heap in use, the last %d at %d tx/s%n",
                        step * (transactions / STEPS),
                        (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE,
                        transactions / STEPS,
                        1000L * (transactions / STEPS) / Math.max(1, millis));
            }
        }
    }

    private static void batch(Client client, String name) throws Exception {
        List<SubmittedTransaction> submitted = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT; i++) {
            submitted.add((i % 10 == 0 ? stage(client, name + "-" + i) : put(client, name + "-" + i)).submitAsync());
        }
        for (SubmittedTransaction one : submitted) {
            if (!one.getStatus().isSuccessful()) {
                throw new IllegalStateException("Transaction " + one.getTransactionId() + " was not VALID");
            }
        }
    }

    private static Transaction put(Client client, String key) throws Exception {
        return client.keys()
                .newProposal("put")
                .addArguments(key, "x".repeat(200))
                .build()
                .endorse();
    }

    private static Transaction stage(Client client, String key) throws Exception {
        return client.contract("private")
                .newProposal("stage")
                .addArguments("_implicit_org_" + MSP, key)
                .putTransient("value", "x".repeat(200))
                .build()
                .endorse();
    }

    @SuppressWarnings("SystemOut")
    private static void measureReset() throws Exception {
        try (ThrowawayNetwork network = ThrowawayNetwork.builder()
                        .chaincode("keys", KeyChaincode::new)
                        .start();
                Client client = Client.of(network, MSP)) {
            List<Long> micros = new ArrayList<>();
            List<Long> processorMicros = new ArrayList<>();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            for (int i = 0; i < 50; i++) {
                client.keys().submitTransaction("put", "key", "value");
                long processorStarted = threads.getCurrentThreadCpuTime();
                long started = System.nanoTime();
                network.reset();
                micros.add((System.nanoTime() - started) / 1000);
                processorMicros.add((threads.getCurrentThreadCpuTime() - processorStarted) / 1000);
            }
            micros.sort(Comparator.naturalOrder());
            processorMicros.sort(Comparator.naturalOrder());
            System.out.printf(
                    "reset of four organisations: median %d us, longest %d us; processor time of the caller: median %d us%n",
                    micros.get(25), micros.get(49), processorMicros.get(25));
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
