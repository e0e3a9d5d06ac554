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
import java.util.function.Supplier;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Forgery;
import org.countyledger.domain.testing.ResidentKey;
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
    private record Sample(Command command, ResidentKey key, Accepted decision) implements Forgery.Sample {}

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
        return new Sample(command, key, (Accepted) county.tried(CONDUIT, command));
    }

    @Test
    void noChangeToWhatAResidentSignedIsAccepted() {
        Forgery<Sample, Attack> forgery = new Forgery<>(random, samples(), ATTACKS);
        Map<String, Integer> answers = forgery.tried(
                "resident commands",
                new Forgery.Count(COUNT, SEED),
                (attack, sample) -> attacked(attack, sample, forgery::anySample),
                this::answer);
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
        return switch (county.tried(CONDUIT, command)) {
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

    private Command attacked(Attack attack, Sample sample, Supplier<Sample> any) {
        Command command = sample.command();
        CommandSignature signature = command.signatures().getFirst();
        byte[] bytes = command.signedBytes(CHANNEL, CHAINCODE);
        return switch (attack) {
            case ROLE ->
                with(command, other(signature, ROLES.get(random.nextInt(ROLES.size())), signature.signature()));
            case STRANGER ->
                with(command, new CommandSignature(signature.keyRole(), stranger.spki(), stranger.sign(bytes)));
            case STRANGER_IN_NAME -> with(command, other(signature, signature.keyRole(), stranger.sign(bytes)));
            case BORROWED -> command.signedWith(any.get().command().signatures());
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
