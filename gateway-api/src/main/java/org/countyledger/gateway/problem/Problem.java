package org.countyledger.gateway.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.language.Text;

/**
 * Problem details (RFC 9457) in one language.
 *
 * @param instance what it is about: an operation, or the path of the request
 * @param code by which clients decide
 * @param refusalCode the contract's own code
 * @param rule id of the rule that the refusal rests on
 * @param links paths of this API by what they are to the problem
 */
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        Optional<String> instance,
        String code,
        Optional<String> refusalCode,
        Optional<String> rule,
        Optional<String> legalBasis,
        List<Place> errors,
        Optional<Instant> availableAt,
        Optional<String> txId,
        boolean retryable,
        Map<String, String> links) {
    private static final String TYPES = "https://county.example/problems/";

    /** One place of the request and what is wrong there. */
    @Schema(name = "ProblemPlace")
    public record Place(String pointer, String reason) {}

    /** Says a finding. */
    public static Problem of(Finding finding, String instance, Language language) {
        ProblemCode code = finding.code();
        Optional<Finding.Origin> origin = finding.origin();
        return new Problem(
                TYPES + code.text(),
                code.title().in(language),
                code.status().value(),
                detail(finding).map(text -> text.in(language)),
                Optional.of(instance),
                code.text(),
                origin.map(refusal -> refusal.code().name()),
                origin.map(Finding.Origin::rule).filter(rule -> !rule.isEmpty()),
                origin.flatMap(Finding.Origin::legalBasis),
                finding.errors().stream()
                        .map(error -> new Place(error.pointer(), error.reason().in(language)))
                        .toList(),
                finding.availableAt(),
                finding.txId(),
                code.isRetryable(),
                finding.links().stream().collect(Collectors.toMap(Finding.Link::rel, Finding.Link::path)));
    }

    private static Optional<Text> detail(Finding finding) {
        return finding.detail().or(() -> finding.origin().map(origin -> Text.of(origin.code())));
    }
}
