package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.TestCounty.CHAINCODE;
import static org.countyledger.domain.testing.TestCounty.CHANNEL;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.ForgedJson;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/**
 * Seeded changes to commands that residents signed: {@code -Dcounty.mutations=100000} for all of them,
 * {@code -Dcounty.seed} for others. Accepted would be one after which header or event say anything else. The MAC of the
 * idempotency key is not signed, by design: who changes it changes only what a repeat is compared with.
 */
class ResidentForgeryTest {
    private static final int COUNT = Integer.getInteger("county.mutations", 4_000);
    private static final long SEED = Long.getLong("county.seed", 20_261_126L);
    private static final String UNSIGNED = "only the unsigned MAC or the spelling changed";
    private static final List<KeyRole> ROLES = List.of(KeyRole.values());
    private static final List<Attack> ATTACKS = List.of(Attack.values());

    private final TestCounty county = TestCounty.legal();
    private final Random random = new Random(SEED);
    private final ResidentKey stranger = ResidentKey.of("stranger");

    /** A command that would be accepted, and what it would do. */
    private record Sample(Command command, ResidentKey key, Accepted decision) {
        byte[] json() {
            return CanonicalJson.write(command);
        }
    }

    /** What somebody does who reads signed commands and has a key of his own. */
    private enum Attack {
        ROLE,
        STRANGER,
        STRANGER_IN_NAME,
        BORROWED,
        HIGH_S,
        UNSIGNED,
        OTHER_CHANNEL
    }

    private List<Sample> samples() {
        WelfareCase own = new WelfareCase(county);
        WelfareCase mandated = new WelfareCase(county);
        WelfareCase withdrawing = new WelfareCase(county).accepted();
        WelfareCase correcting = new WelfareCase(county).submitted();
        correcting
                .by(TOWN_CLERK)
                .does("requestCorrection")
                .with("itemCodes", List.of("RENTAL_CONTRACT"))
                .staging("list")
                .accepted();
        ResidentKey petitioner = ResidentKey.of("petitioner");
        return List.of(
                sample(own.submitting(), own.resident()),
                sample(mandated.submittingAs(KeyRole.PROXY).staging("mandate"), mandated.resident()),
                sample(registering(petitioner), petitioner),
                sample(withdrawing.byResident().does("withdraw"), withdrawing.resident()),
                sample(correcting.byResident().does("resubmit").staging("form"), correcting.resident()),
                sample(addingKey(withdrawing), withdrawing.resident()));
    }

    private Act addingKey(WelfareCase story) {
        return story.byResident()
                .does("addKey")
                .with("keyRole", "PROXY")
                .with("newKey", stranger.spki())
                .with("custody", "SELF_HELD")
                .staging("mandate");
    }

    private Act registering(ResidentKey resident) {
        return county.by(CONDUIT, county.newRecord(Kind.GRIEVANCE))
                .signedBy(KeyRole.HOLDER, resident)
                .does("register")
                .with("category", "CLAIM")
                .with("town", TOWN)
                .with("mode", "ANONYMOUS")
                .with("urgent", false)
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .staging("text");
    }

    /** Stages what the command names, so that only its words are in the way of a changed one. */
    private Sample sample(Act act, ResidentKey key) {
        assertThat(act.decided()).isInstanceOf(Accepted.class);
        Command command = act.command();
        return new Sample(command, key, (Accepted) decide(command));
    }

    private Decision decide(Command command) {
        Moment moment = new Moment(county.now(), "a".repeat(64), CHANNEL, CHAINCODE);
        return county.engine()
                .decide(
                        county.find(new Target(command.kind(), command.id())),
                        new Request(command, CONDUIT, moment),
                        county.ledger());
    }

    @Test
    void noChangeToWhatAResidentSignedIsAccepted() {
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
                    ? CanonicalJson.write(attacked(attack, sample, samples))
                    : forged.changed(sort, sample.json());
            tried.merge(name, 1, Integer::sum);
            answers.merge(answer(sample, json, "change " + i + " " + name), 1, Integer::sum);
        }
        System.out.printf(
                "resident commands: %d mutations (seed %d), accepted: 0%n  %s%n  %s%n", COUNT, SEED, tried, answers);
        assertThat(answers).containsKeys("SIGNATURE_INVALID", "KEY_UNKNOWN", "not read", UNSIGNED);
    }

    private String answer(Sample sample, byte[] json, String change) {
        Command command;
        try {
            command = CanonicalJson.read(json, Command.class);
        } catch (MalformedJson e) {
            return "not read";
        }
        if (command.equals(sample.command())) {
            return UNSIGNED;
        }
        return switch (decide(command)) {
            case Refused refused -> refused.refusal().code().name();
            case Repeated repeated -> throw new AssertionError(change + " is a repeat of " + repeated.firstTxId());
            case Accepted accepted -> {
                assertThat(accepted.changes())
                        .as("%s, seed %d: %s", change, SEED, CanonicalJson.text(command))
                        .isEqualTo(sample.decision().changes());
                yield UNSIGNED;
            }
        };
    }

    private Command attacked(Attack attack, Sample sample, List<Sample> samples) {
        Command command = sample.command();
        CommandSignature signature = command.signatures().getFirst();
        byte[] bytes = command.signedBytes(CHANNEL, CHAINCODE);
        return switch (attack) {
            case ROLE ->
                with(command, other(signature, ROLES.get(random.nextInt(ROLES.size())), signature.signature()));
            case STRANGER ->
                with(command, new CommandSignature(signature.keyRole(), stranger.spki(), stranger.sign(bytes)));
            case STRANGER_IN_NAME -> with(command, other(signature, signature.keyRole(), stranger.sign(bytes)));
            case BORROWED ->
                command.signedWith(
                        samples.get(random.nextInt(samples.size())).command().signatures());
            case HIGH_S ->
                with(command, other(signature, signature.keyRole(), sample.key().signHigh(bytes)));
            case UNSIGNED -> command.signedWith(List.of());
            case OTHER_CHANNEL -> {
                byte[] elsewhere = command.signedBytes("another channel", CHAINCODE);
                yield with(
                        command,
                        other(signature, signature.keyRole(), sample.key().sign(elsewhere)));
            }
        };
    }

    private static Command with(Command command, CommandSignature signature) {
        return command.signedWith(List.of(signature));
    }

    private static CommandSignature other(CommandSignature signature, KeyRole role, String bytes) {
        return new CommandSignature(role, signature.spki(), bytes);
    }
}
