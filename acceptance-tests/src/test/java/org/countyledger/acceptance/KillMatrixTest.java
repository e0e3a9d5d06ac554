package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.countyledger.acceptance.load.AirLoad;
import org.countyledger.acceptance.load.Load;
import org.countyledger.acceptance.load.Model;
import org.countyledger.acceptance.load.OnceOnTheLedger;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.KilledCounty;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * kill -9 of one process after another, at random points under load, then {@code county up}: nothing that was acknowledged
 * is lost, nothing is applied twice. {@code -Dcounty.kill.rounds=200} is the nightly form, {@code -Dcounty.seed} chooses
 * other points.
 */
@ExtendWith(KilledCounty.class)
@Execution(ExecutionMode.CONCURRENT)
class KillMatrixTest {
    private static final int ROUNDS = Integer.getInteger("county.kill.rounds", 20);
    private static final long SEED = Long.getLong("county.seed", 20_260_301L);
    private static final int CLIENTS = 4;
    private static final int COMMANDS = CLIENTS * Load.COMMANDS_OF_A_WALK;
    private static final int READINGS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final County county;
    private final Offices offices;
    private final Random random = new Random(SEED);

    KillMatrixTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    @Test
    void whatWasAcknowledgedStandsOnTheLedgerOnceWhicheverProcessDies() {
        Map<String, Integer> killed = new TreeMap<>();
        List<Long> recoveries = new ArrayList<>();
        long promised = 0;
        List<AirLoad> sensors = new ArrayList<>();
        for (String process : schedule()) {
            AirLoad air = new AirLoad(county);
            promised += round(process, air, recoveries).count();
            sensors.add(air);
            killed.merge(process, 1, Integer::sum);
        }
        long readings =
                sensors.stream().mapToLong(air -> air.checkOnTheLedger(LIMIT)).sum();
        sensors.forEach(AirLoad::close);
        assertThat(readings).as("readings acknowledged").isGreaterThan(ROUNDS * (READINGS / 2L));
        county.run("ledger", "verify").expect(0);
        Collections.sort(recoveries);
        System.out.printf(
                "kill matrix: %d rounds (seed %d) %s: %d commands and %d readings acknowledged, lost 0, doubled 0;"
                        + " county up after a kill %.1f s median, %.1f s longest%n",
                ROUNDS,
                SEED,
                killed,
                promised,
                readings,
                recoveries.get(recoveries.size() / 2) / 1e3,
                recoveries.getLast() / 1e3);
    }

    /** Every process once before any dies again. */
    private List<String> schedule() {
        List<String> schedule = new ArrayList<>();
        while (schedule.size() < ROUNDS) {
            List<String> all = new ArrayList<>(Stream.concat(
                            Stream.of("gateway", "oracle", "postgres"),
                            Stream.concat(
                                    county.ledgerNodes().stream(),
                                    county.organizations().stream().map(mspId -> "chaincode-" + mspId)))
                    .toList());
            Collections.shuffle(all, random);
            schedule.addAll(all);
        }
        return schedule.subList(0, ROUNDS);
    }

    private Model round(String process, AirLoad air, List<Long> recoveries) {
        Snapshot before = Snapshot.of(county);
        int killedAfter = random.nextInt(1, COMMANDS * 2 / 3);
        Load load = new Load(county, CLIENTS, 1);
        Random values = new Random(random.nextLong());
        CompletableFuture<Void> readings = CompletableFuture.runAsync(
                () -> air.send(READINGS, values, Instant.now().plus(LIMIT)));
        Model model = load.run(killedAfter, () -> {
            kill(process);
            long began = System.nanoTime();
            county.start("up").expect(0);
            recoveries.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        });
        readings.join();

        assertThat(model.count()).as("%s was killed", process).isEqualTo(COMMANDS);
        new OnceOnTheLedger(county, offices.clerk()).check(model);
        Snapshot after = Snapshot.of(county);
        for (Kind kind : List.of(Kind.APPLICATION, Kind.CONFLICT)) {
            assertThat(after.records(kind))
                    .as("%s was killed: records of %s", process, kind)
                    .hasSize(before.records(kind).size() + model.created(kind).size());
        }
        return model;
    }

    private void kill(String process) {
        ProcessHandle handle = county.process(process);
        assertThat(handle.destroyForcibly()).isTrue();
        handle.onExit().join();
    }
}
