package org.countyledger.domain.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.AirStation;
import org.countyledger.domain.testing.Forgery;
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
    private record Sample(Command command, Accepted decision) implements Forgery.Sample {}

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
        return new Sample(command, (Accepted) county.tried(AirStation.ORACLE, command));
    }

    @Test
    void noChangeToASignedBatchIsAccepted() {
        Forgery<Sample, Attack> forgery = new Forgery<>(random, samples(), ATTACKS);
        Map<String, Integer> answers = forgery.tried(
                "oracle batches",
                new Forgery.Count(COUNT, SEED),
                (attack, sample) ->
                        attacked(attack, sample.command(), forgery.anySample().command()),
                this::answer);
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
        return switch (county.tried(AirStation.ORACLE, command)) {
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

    private Command attacked(Attack attack, Command command, Command other) {
        Clear clear = command.clear();
        Clear signature = clear.objects("signatures").getFirst();
        String spki = signature.text("spki").orElseThrow();
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
