package org.countyledger.oracle.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Problem details (RFC 9457) in one language.
 *
 * @param instance path of the request
 * @param code by which clients decide
 */
@Schema(name = "Problem")
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        String instance,
        String code,
        List<Problem.Place> errors,
        boolean retryable) {
    private static final String TYPES = "https://county.example/problems/";

    /** One place of the request and what is wrong there. */
    @Schema(name = "ProblemPlace")
    public record Place(String pointer, String reason) {}

    static Problem of(ProblemException.Finding finding, String instance, Language language) {
        ProblemCode code = finding.code();
        return new Problem(
                TYPES + code.text(),
                code.title().in(language),
                code.status().value(),
                finding.detail().map(text -> text.in(language)),
                instance,
                code.text(),
                finding.places().stream()
                        .map(place -> new Place(place.pointer(), place.reason().in(language)))
                        .toList(),
                code.isRetryable());
    }
}
