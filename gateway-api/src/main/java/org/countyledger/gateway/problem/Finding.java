package org.countyledger.gateway.problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.gateway.language.Text;

/**
 * What went wrong, before it is said in the caller's language.
 *
 * @param origin the contract's refusal that it comes from
 * @param errors every place of the request that must be mended
 * @param availableAt from when on the same action is allowed
 * @param txId transaction to ask about
 * @param links names and paths of what helps next
 */
public record Finding(
        ProblemCode code,
        Optional<Text> detail,
        Optional<Origin> origin,
        List<FieldProblem> errors,
        Optional<Instant> availableAt,
        Optional<String> txId,
        List<Link> links) {

    public Finding {
        errors = List.copyOf(errors);
        links = List.copyOf(links);
    }

    /**
     * Code, rule and legal basis of a refusal.
     *
     * @param legalBasis as the table quotes it, e.g. {@code SAL 45}
     */
    public record Origin(RefusalCode code, String rule, Optional<String> legalBasis) {}

    /** A path of this API, by what it is to the problem. */
    public record Link(String rel, String path) {}

    public static Finding of(ProblemCode code) {
        return new Finding(
                code, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Finding of(ProblemCode code, Text detail) {
        return new Finding(
                code, Optional.of(detail), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    public static Finding validation(List<FieldProblem> errors) {
        return of(ProblemCode.VALIDATION_FAILED).with(errors);
    }

    public Finding with(List<FieldProblem> newErrors) {
        return new Finding(code, detail, origin, newErrors, availableAt, txId, links);
    }

    public Finding with(Origin newOrigin) {
        return new Finding(code, detail, Optional.of(newOrigin), errors, availableAt, txId, links);
    }

    public Finding with(Link link) {
        List<Link> more = java.util.stream.Stream.concat(links.stream(), java.util.stream.Stream.of(link))
                .toList();
        return new Finding(code, detail, origin, errors, availableAt, txId, more);
    }

    public Finding from(Instant moment) {
        return new Finding(code, detail, origin, errors, Optional.of(moment), txId, links);
    }

    public Finding about(String transaction) {
        return new Finding(code, detail, origin, errors, availableAt, Optional.of(transaction), links);
    }
}
