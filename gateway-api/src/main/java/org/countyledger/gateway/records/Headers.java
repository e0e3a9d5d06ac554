package org.countyledger.gateway.records;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.FieldProblem;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;

/** The request headers that matter to a command. */
public final class Headers {
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Text NO_KEY = new Text(
            "应为 UUID，或至少 16 个随机字节的 base64url。", "It must be a UUID, or base64url of at least 16 random bytes.");
    private static final Pattern ENTITY_TAG = Pattern.compile("\"seq-(?<seq>[0-9]{1,12})\"");

    private Headers() {}

    /** The key that every command needs. */
    public static IdempotencyKey idempotencyKey(HttpHeaders headers) {
        String given = headers.getFirst(IDEMPOTENCY_KEY);
        if (given == null || given.isBlank()) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
        try {
            return IdempotencyKey.parse(given.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Finding.of(ProblemCode.IDEMPOTENCY_KEY_MISSING)
                    .with(List.of(new FieldProblem(IDEMPOTENCY_KEY, NO_KEY))));
        }
    }

    /** The sequence of {@code If-Match: "seq-17"}. */
    static Optional<Long> expectedSeq(HttpHeaders headers) {
        String given = headers.getFirst(HttpHeaders.IF_MATCH);
        if (given == null) {
            return Optional.empty();
        }
        Matcher tag = ENTITY_TAG.matcher(given.strip());
        if (!tag.matches()) {
            throw BodyProblems.only(HttpHeaders.IF_MATCH, BodyProblems.NOT_WELL_FORMED);
        }
        return Optional.of(Long.parseLong(tag.group("seq")));
    }

    static String entityTag(long seq) {
        return "\"seq-" + seq + "\"";
    }
}
