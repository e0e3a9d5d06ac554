package org.countyledger.gateway.problem;

import org.countyledger.gateway.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Turns findings into answers. */
public final class ProblemResponses {
    private static final String RETRY_SECONDS = "2";

    private ProblemResponses() {}

    /** An answer in the language that the request's headers ask for. */
    public static ResponseEntity<Problem> of(Finding finding, String instance, HttpHeaders request) {
        Language language = Language.of(request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(finding.code().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        switch (finding.code()) {
            case LEDGER_UNAVAILABLE, ATTESTATION_INCOMPLETE, RATE_LIMITED, IDEMPOTENCY_KEY_IN_FLIGHT, MVCC_CONFLICT ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case AUTHENTICATION_REQUIRED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            default -> {}
        }
        return answer.body(Problem.of(finding, instance, language));
    }
}
