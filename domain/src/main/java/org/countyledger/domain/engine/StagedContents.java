package org.countyledger.domain.engine;

import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;

/**
 * Compares the commitments of a command with what was staged for it (docs/architecture.md, rule 2): by hashes, so that
 * organisations check it that cannot see the content.
 */
final class StagedContents {
    /** Field of a command that says which value of a group it means, where that is not the next one. */
    static final String FIELD = "staged";

    private StagedContents() {}

    static Optional<Refusal> check(Situation situation) {
        if (situation.clear().has(FIELD)) {
            Optional<Refusal> wrong = numberProblem(situation);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        for (Map.Entry<String, String> named : situation.command().commitments().entrySet()) {
            Optional<Refusal> problem = problem(situation, named);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Numbers are checked before, so that what is not one counts as absent here. */
    static ContentKey key(Situation situation, String group) {
        long n = number(situation, group).orElseGet(() -> next(situation, group));
        return new ContentKey(situation.command().kind(), situation.command().id(), group, n);
    }

    private static Optional<Refusal> problem(Situation situation, Map.Entry<String, String> named) {
        Optional<String> hash = situation.facts().contentHash(situation.owner(), key(situation, named.getKey()));
        if (hash.isPresent() && hash.get().equals(named.getValue())) {
            return Optional.empty();
        }
        return situation.refuse(
                hash.isPresent() ? RefusalCode.COMMITMENT_MISMATCH : RefusalCode.NOT_STAGED,
                "/commitments/" + named.getKey());
    }

    private static Optional<Refusal> numberProblem(Situation situation) {
        return numbers(situation).names().stream()
                .filter(group -> !situation.command().commitments().containsKey(group)
                        || number(situation, group).isEmpty())
                .findFirst()
                .flatMap(group -> situation.refuse(RefusalCode.FIELD_INVALID, "/clear/" + FIELD + "/" + group));
    }

    private static Clear numbers(Situation situation) {
        return situation.clear().object(FIELD).orElse(Clear.EMPTY);
    }

    private static Optional<Long> number(Situation situation, String group) {
        if (!situation.clear().has(FIELD)) {
            return Optional.empty();
        }
        return numbers(situation).integer(group).filter(n -> n >= 1 && n <= ContentKey.MAX_N);
    }

    private static long next(Situation situation, String group) {
        return situation.before().isPresent() ? situation.header().nextContent(group) : 1;
    }
}
