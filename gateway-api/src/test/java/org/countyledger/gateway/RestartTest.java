package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** Two gateways, one of which is stopped and started again at random while residents write through both. */
@ExtendWith(SharedCounty.class)
class RestartTest {
    private static final String APPLICATIONS = "/v1/welfare-applications";
    private static final int CLIENTS = 3;
    private static final int RESTARTS = Integer.getInteger("county.restarts", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> TABLES =
            List.of("record", "record_event", "record_clock", "record_link", "record_overlay", "ledger_entry");

    private final TestCounty county;
    private final Api steady;
    private final AtomicReference<Api> restarted;
    private final long seed = Long.getLong("county.seed", System.nanoTime());
    private final Queue<Reply> acknowledged = new ConcurrentLinkedQueue<>();
    private volatile boolean writing = true;

    RestartTest(TestCounty county) {
        this.county = county;
        this.steady = county.api();
        this.restarted = new AtomicReference<>(county.apiOfAnotherGateway());
    }

    @Test
    void noAcknowledgementIsLostNothingIsDoneTwiceAndBothReadTheSame() throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Random random = new Random(seed + i);
                work.add(clients.submit(() -> write(random)));
            }
            Random moments = new Random(seed);
            for (int i = 0; i < RESTARTS; i++) {
                Thread.sleep(moments.nextInt(200, 1500));
                restarted.set(county.restartAnotherGateway());
            }
            writing = false;
            for (Future<?> each : work) {
                each.get();
            }
        }
        assertThat(acknowledged).as("seed " + seed).hasSizeGreaterThan(CLIENTS);
        for (Reply reply : acknowledged) {
            String path = APPLICATIONS + "/" + reply.at("/recordId");
            for (Api gateway : List.of(steady, restarted.get())) {
                assertThat(creations(gateway, path)).as("seed " + seed).containsExactly(reply.at("/receiptTxId"));
            }
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(content(county.databaseOfAnotherGateway()))
                        .as("seed " + seed)
                        .isEqualTo(content(county.database())));
    }

    private void write(Random random) {
        while (writing) {
            Resident resident = new Resident(steady);
            String key = Api.key();
            Map<String, Object> signed =
                    resident.signed(resident.application(), APPLICATIONS + "/signing-request", key);
            acknowledged.add(insist(signed, key, random));
        }
    }

    /** Sends the same again to either gateway until one says that it is done. */
    private Reply insist(Map<String, Object> signed, String key, Random random) {
        Instant end = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(end)) {
            Api gateway = random.nextBoolean() ? steady : java.util.Objects.requireNonNull(restarted.get());
            try {
                Reply reply = gateway.write(
                        gateway.anybody(), APPLICATIONS, signed, request -> request.header("Idempotency-Key", key));
                if (reply.status() == 200 || reply.status() == 201) {
                    return reply;
                }
                assertThat(reply.status()).as(reply.body().toString()).isIn(202, 409, 503);
                last = reply.body().toString();
            } catch (WebClientRequestException e) {
                last = String.valueOf(e.getMessage());
            }
        }
        throw new AssertionError("Never done, seed " + seed + ": " + last);
    }

    private static List<String> creations(Api gateway, String path) {
        Reply events = Awaitility.await()
                .until(() -> gateway.read(gateway.as(Officer.CLERK), path + "/events"), reply -> reply.status() == 200);
        return events.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("txId").asString(""))
                .toList();
    }

    /** A digest of each table that is made from blocks. */
    private static List<String> content(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return TABLES.stream()
                .map(table -> jdbc.sql(
                                "select table_digest from (select md5(coalesce(string_agg(row_to_json(t)::text, '~'"
                                        + " order by row_to_json(t)::text), '')) as table_digest from " + table
                                        + " t) d")
                        .query(String.class)
                        .single())
                .toList();
    }
}
