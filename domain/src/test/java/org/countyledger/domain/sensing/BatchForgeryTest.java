package org.countyledger.domain.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.TestCounty.CHAINCODE;
import static org.countyledger.domain.testing.TestCounty.CHANNEL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.AirStation;
import org.countyledger.domain.testing.ForgedJson;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.Test;

/**
 * Seeded changes to batches of windows by one who has the oracle's identity on the network but not the key that is
 * registered with the datastream: {@code -Dcounty.mutations=100000} for all of them, {@code -Dcounty.seed} for others.
 * Accepted would be a batch after which header or event say anything else. Beside the key's claim stand the idempotency
 * key, the term, and {@code lastOfFile}, which only lets a short batch of a file in: the identity alone answers for them.
 */
class BatchForgeryTest {
    private static final int COUNT = Integer.getInteger("county.mutations", 3_000);
    private static final long SEED = Long.getLong("county.seed", 20_261_126L);
    private static final String BESIDE = "only what stands beside the claim changed";
    private static final List<Attack> ATTACKS = List.of(Attack.values());

    private final TestCounty county = TestCounty.legal();
    private final Random random = new Random(SEED);
    private final ResidentKey stranger = ResidentKey.of("stranger");

    /** A batch that would be accepted, and what it would do. */
    private record Sample(Command command, Accepted decision) {
        byte[] json() {
            return CanonicalJson.write(command);
        }
    }

    /** What somebody does who reads signed batches and has a key of his own. */
    private enum Attack {
        STRANGER,
        STRANGER_IN_NAME,
        OTHER_WINDOWS,
        OTHER_WINDOWS_ROOTED,
        BORROWED,
        OTHER_STREAM,
        UNSIGNED
    }

    private List<Sample> samples() {
        AirStation live = AirStation.open(county, county.now().minus(Duration.ofHours(2)));
        AirStation file = AirStation.open(county, county.now().minus(Duration.ofDays(40)));
        AirStation later = AirStation.open(county, county.now().minus(Duration.ofDays(40)));
        later.appending(Ingest.BACKFILL, windows(24)).accepted();
        return List.of(
                sample(live.appending(Ingest.LIVE, windows(2))),
                sample(file.appending(Ingest.BACKFILL, windows(30))),
                sample(later.appending(Ingest.BACKFILL, windows(5)).with("lastOfFile", true)));
    }

    private static List<Window> windows(int count) {
        return IntStream.range(0, count).mapToObj(AirStation::calm).toList();
    }

    private Sample sample(Act act) {
        Command command = act.command();
        return new Sample(command, (Accepted) decide(command));
    }

    private Decision decide(Command command) {
        Moment moment = new Moment(county.now(), "a".repeat(64), CHANNEL, CHAINCODE);
        return county.engine()
                .decide(
                        county.find(new Target(command.kind(), command.id())),
                        new Request(command, AirStation.ORACLE, moment),
                        county.ledger());
    }

    @Test
    void noChangeToASignedBatchIsAccepted() {
        List<Sample> samples = samples();
        ForgedJson forged =
                new ForgedJson(random, samples.stream().map(Sample::json).toList());
        Map<String, Integer> tried = new TreeMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < COUNT; i++) {
            Sample sample = samples.get(random.nextInt(samples.size()));
            boolean knowing = random.nextInt(4) == 0;
            Attack attack = ATTACKS.get(random.nextInt(ATTACKS.size()));
            ForgedJson.Sort sort = forged.anySort();
            String name = knowing ? attack.name() : sort.name();
            byte[] json = knowing
                    ? CanonicalJson.write(attacked(attack, sample.command(), samples))
                    : forged.changed(sort, sample.json());
            tried.merge(name, 1, Integer::sum);
            answers.merge(answer(sample, json, "change " + i + " " + name), 1, Integer::sum);
        }
        System.out.printf(
                "oracle batches: %d mutations (seed %d), accepted: 0%n  %s%n  %s%n", COUNT, SEED, tried, answers);
        assertThat(answers)
                .containsKeys("not read", "SIGNATURE_INVALID", "ORACLE_NOT_REGISTERED", "BATCH_ROOT_WRONG", BESIDE);
    }

    private String answer(Sample sample, byte[] json, String change) {
        Command command;
        try {
            command = CanonicalJson.read(json, Command.class);
        } catch (MalformedJson e) {
            return "not read";
        }
        return switch (decide(command)) {
            case Refused refused -> refused.refusal().code().name();
            case Repeated repeated -> throw new AssertionError(change + " is a repeat of " + repeated.firstTxId());
            case Accepted accepted -> {
                boolean sameButForTheFlag = claimed(command).equals(claimed(sample.command()));
                if (!sameButForTheFlag) {
                    assertThat(accepted.changes())
                            .as("%s, seed %d: %s", change, SEED, CanonicalJson.text(command))
                            .isEqualTo(sample.decision().changes());
                }
                yield BESIDE;
            }
        };
    }

    /** Everything that a batch says of the air. */
    private static List<Object> claimed(Command command) {
        return List.of(
                command.kind(),
                command.id(),
                command.action(),
                command.expectedSeq(),
                command.clear().without("lastOfFile"));
    }

    private Command attacked(Attack attack, Command command, List<Sample> samples) {
        Clear clear = command.clear();
        Clear signature = clear.objects("signatures").getFirst();
        String spki = signature.text("spki").orElseThrow();
        Command other = samples.get(random.nextInt(samples.size())).command();
        return switch (attack) {
            case STRANGER -> with(command, signed(clear, stranger.spki(), sign(command, clear)));
            case STRANGER_IN_NAME -> with(command, signed(clear, spki, sign(command, clear)));
            case OTHER_WINDOWS -> with(command, clear.with("windows", otherWindows(clear)));
            case OTHER_WINDOWS_ROOTED -> with(command, rooted(clear.with("windows", otherWindows(clear))));
            case BORROWED -> with(command, clear.with("signatures", List.of(values(other, "signatures"))));
            case OTHER_STREAM ->
                new Command(
                        other.kind(),
                        other.id(),
                        command.action(),
                        other.expectedSeq(),
                        clear.with("first", other.clear().integer("first").orElseThrow()),
                        command.commitments(),
                        command.idempotency(),
                        command.notAfter(),
                        List.of());
            case UNSIGNED -> with(command, clear.with("signatures", List.of()));
        };
    }

    private static Object values(Command command, String list) {
        return command.clear().objects(list).getFirst().values();
    }

    private static Clear signed(Clear clear, String spki, String signature) {
        return clear.with("signatures", List.of(Map.of("spki", spki, "signature", signature)));
    }

    private String sign(Command command, Clear clear) {
        Ingest ingest = Ingest.valueOf(command.variant().orElseThrow());
        List<Window> windows = clear.listOf("windows", Window.class);
        return stranger.sign(BatchClaim.of(county.header(new Target(command.kind(), command.id())), ingest, windows)
                .signedBytes());
    }

    private List<Object> otherWindows(Clear clear) {
        List<Window> windows = new ArrayList<>(clear.listOf("windows", Window.class));
        windows.set(random.nextInt(windows.size()), AirStation.calm(40 + random.nextInt(80)));
        return List.copyOf(
                windows.stream().map(window -> Clear.read(window).values()).toList());
    }

    private static Clear rooted(Clear clear) {
        return clear.with("batchRoot", BatchClaim.root(clear.listOf("windows", Window.class)));
    }

    private static Command with(Command command, Clear clear) {
        return new Command(
                command.kind(),
                command.id(),
                command.action(),
                command.expectedSeq(),
                clear,
                command.commitments(),
                command.idempotency(),
                command.notAfter(),
                List.of());
    }
}
