package org.countyledger.network.lifecycles;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countyledger.domain.lifecycle.ClockStep;
import org.countyledger.domain.lifecycle.ClockStep.Named.Move;
import org.countyledger.domain.lifecycle.ClockStep.Start;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.network.setup.LegalPolicies;

/**
 * What a row does to clocks, in the signs of docs/domain.md: {@code +} starts, {@code ✓} met, {@code ✕} cancelled,
 * {@code ‖} paused, {@code ▶} goes on, {@code ✉} starts with the delivery of the row's document, {@code R} a resident's
 * window, {@code ?} only in some cases. Periods are those of the law.
 */
final class ClockWords {
    private final Optional<PolicyVersion> own;

    ClockWords(Optional<String> policy) {
        this.own = policy.flatMap(LegalPolicies::first);
    }

    String of(List<ClockStep> steps) {
        return steps.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private String of(ClockStep step) {
        String words = switch (step) {
            case ClockStep.Meets meets -> each("✓", meets.clocks());
            case ClockStep.Cancels cancels -> each("✕", cancels.clocks());
            case ClockStep.CancelsAll all -> "✕ all";
            case ClockStep.Pauses pauses -> each("‖", pauses.clocks()) + " " + pauses.code();
            case ClockStep.Resumes resumes -> each("▶", resumes.clocks());
            case ClockStep.Starts starts -> "+" + start(starts.start());
            case ClockStep.Awaits awaits -> "✉ " + start(awaits.start());
            case ClockStep.Extends prolongs ->
                prolongs.clock() + " +" + period(own, prolongs.parameter()).orElse(prolongs.parameter());
            case ClockStep.Dated dated -> "+" + dated.label();
            case ClockStep.Named named -> sign(named.move()) + named.label();
        };
        return step.when().equals(Condition.ALWAYS) ? words : words + "?";
    }

    private static String each(String sign, List<String> clocks) {
        return clocks.stream().map(clock -> sign + clock).collect(Collectors.joining(", "));
    }

    private static String sign(Move move) {
        return switch (move) {
            case MEET -> "✓";
            case CANCEL -> "✕";
            case SUSPEND -> "‖";
            case RELEASE -> "▶";
        };
    }

    private String start(Start start) {
        String length = start.fractionOf()
                .map(whole -> share(start) + " of " + whole)
                .or(() -> period(policy(start), start.parameter()))
                .orElse(start.parameter());
        return start.clock() + " " + length + (start.window() ? " R" : "");
    }

    private Optional<PolicyVersion> policy(Start start) {
        return start.policy().isPresent() ? start.policy().flatMap(LegalPolicies::first) : own;
    }

    private String share(Start start) {
        return own.flatMap(policy -> policy.integer(start.parameter() + ".permille"))
                .map(share -> share + " ‰")
                .orElse(start.parameter());
    }

    private static Optional<String> period(Optional<PolicyVersion> policy, String parameter) {
        return policy.flatMap(version -> version.period(parameter))
                .map(named ->
                        named.period().value() + " " + named.period().unit().name());
    }
}
