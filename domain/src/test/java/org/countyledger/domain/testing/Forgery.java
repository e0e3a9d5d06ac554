package org.countyledger.domain.testing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;

/**
 * Seeded changes to good commands, one in four of them by somebody who knows what they mean.
 *
 * @param <S> a good command and what its test knows of it
 * @param <A> what such a one tries
 */
public final class Forgery<S extends Forgery.Sample, A extends Enum<A>> {
    private static final int ONE_IN = 4;

    private final Random random;
    private final List<S> samples;
    private final List<A> attacks;
    private final ForgedJson forged;

    /** A command that would be accepted. */
    public interface Sample {
        Command command();
    }

    /** Says what became of a change, and fails where it should not have. */
    @FunctionalInterface
    public interface Judge<S> {
        String answer(S sample, byte[] json, String change);
    }

    public Forgery(Random random, List<S> samples, List<A> attacks) {
        this.random = random;
        this.samples = List.copyOf(samples);
        this.attacks = List.copyOf(attacks);
        this.forged = new ForgedJson(random, samples.stream().map(Forgery::json).toList());
    }

    private static byte[] json(Sample sample) {
        return CanonicalJson.write(sample.command());
    }

    /** Any of the commands. */
    public S anySample() {
        return samples.get(random.nextInt(samples.size()));
    }

    /** Tries so many, prints what they were and what became of them, and answers the latter. */
    public Map<String, Integer> tried(String what, Count count, BiFunction<A, S, Command> attacked, Judge<S> judge) {
        Map<String, Integer> tried = new TreeMap<>();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < count.mutations(); i++) {
            S sample = anySample();
            boolean knowing = random.nextInt(ONE_IN) == 0;
            A attack = attacks.get(random.nextInt(attacks.size()));
            ForgedJson.Sort sort = forged.anySort();
            String name = knowing ? attack.name() : sort.name();
            byte[] json =
                    knowing ? CanonicalJson.write(attacked.apply(attack, sample)) : forged.changed(sort, json(sample));
            tried.merge(name, 1, Integer::sum);
            answers.merge(judge.answer(sample, json, "change " + i + " " + name), 1, Integer::sum);
        }
        System.out.printf(
                "%s: %d mutations (seed %d), accepted: 0%n  %s%n  %s%n",
                what, count.mutations(), count.seed(), tried, answers);
        return answers;
    }

    /** How many changes, drawn from which seed. */
    public record Count(int mutations, long seed) {}
}
