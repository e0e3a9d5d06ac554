package org.countyledger.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;

/** A client in front of fake peers, with waits short enough for tests. */
final class Harness implements AutoCloseable {
    static final String OWNER = "gateway-under-test";

    final FakeLedger ledger = new FakeLedger();
    final FakePeer first = new FakePeer(ledger);
    final FakePeer second = new FakePeer(ledger);
    final OperationStore store;
    private final List<LedgerClient> clients = new ArrayList<>();

    Harness() {
        this(new InMemoryOperationStore());
    }

    Harness(OperationStore store) {
        this.store = store;
    }

    static LedgerSettings settings() {
        return LedgerSettings.of(FakePeer.CHANNEL, FakePeer.CHAINCODE, OWNER)
                .with(new LedgerSettings.Deadlines(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(30)))
                .with(new LedgerSettings.Retries(
                        3, 10, Duration.ofMillis(10), Duration.ofMillis(300), Duration.ofSeconds(30)));
    }

    static LedgerSettings impatient() {
        LedgerSettings.Deadlines usual = settings().deadlines();
        return settings()
                .with(new LedgerSettings.Deadlines(
                        usual.evaluate(),
                        Duration.ofSeconds(1),
                        usual.submit(),
                        Duration.ofMillis(50),
                        Duration.ofMillis(300)));
    }

    static LedgerSettings sweeping() {
        return impatient()
                .with(new LedgerSettings.Retries(
                        3, 10, Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofMillis(50)));
    }

    LedgerClient client() {
        return client(settings());
    }

    LedgerClient client(LedgerSettings settings) {
        LedgerClient client =
                LedgerClient.open(settings, List.of(first.peer(), second.peer()), TestIdentities.clerk(), store);
        clients.add(client);
        return client;
    }

    /** A command that creates a record; the same name is the same command under the same key. */
    static Submission creating(String name) {
        return command(name, 0);
    }

    /** A command on an existing record. */
    static Submission moving(String name) {
        return command(name, 1);
    }

    private static Submission command(String name, long expectedSeq) {
        IdempotencyKey key = new IdempotencyKey(("0123456789abcdef" + name).getBytes(StandardCharsets.UTF_8));
        String id = key.recordId(Kind.GRIEVANCE);
        Clear clear = Clear.of("category", "NOISE");
        Command command = new Command(
                Kind.GRIEVANCE,
                id,
                "submit",
                expectedSeq,
                clear,
                new java.util.TreeMap<>(),
                key.over(Kind.GRIEVANCE, id, "submit", clear, Map.of()),
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of());
        return Submission.of(TestIdentities.CLERK, command);
    }

    /** Transaction ids that both peers were asked to submit. */
    List<String> submitted() {
        return Stream.of(first, second)
                .flatMap(peer -> peer.submitted().stream())
                .map(FakePeer::txId)
                .toList();
    }

    static List<String> txIds(Operation operation) {
        return operation.attempts().stream().map(attempt -> attempt.txId()).toList();
    }

    @Override
    public void close() {
        clients.forEach(LedgerClient::close);
        first.close();
        second.close();
    }
}
