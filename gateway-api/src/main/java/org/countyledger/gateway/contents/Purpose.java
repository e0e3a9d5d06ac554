package org.countyledger.gateway.contents;

import java.util.Optional;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;

/** Why an officer reads: a record that is worked on, and a code. */
record Purpose(Kind kind, String id, String code) {
    static final String RECORD = "X-Purpose-Record";
    static final String CODE = "X-Purpose-Code";
    private static final Pattern CODE_FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final String USUAL = "HANDLING";

    /** The headers of a request about a record of this kind. */
    static Purpose of(HttpHeaders headers, Kind read) {
        String given =
                Optional.ofNullable(headers.getFirst(RECORD)).map(String::strip).orElse("");
        int slash = given.indexOf('/');
        Optional<Kind> kind = slash < 0 ? Optional.of(read) : Kind.ofCollection(given.substring(0, slash));
        String id = given.substring(slash + 1);
        String code =
                Optional.ofNullable(headers.getFirst(CODE)).map(String::strip).orElse(USUAL);
        if (kind.isEmpty()
                || !RecordId.isWellFormed(id)
                || !CODE_FORM.matcher(code).matches()) {
            throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
        }
        return new Purpose(kind.get(), id, code);
    }
}
