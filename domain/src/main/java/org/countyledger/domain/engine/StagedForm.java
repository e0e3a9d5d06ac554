package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.support.NoticeLinter;

/** The form of a value that is staged. What is wrong is said without repeating anything of it. */
final class StagedForm {
    private static final int MAX_BYTES = 256 << 10;
    private static final String NOTICE_TEXT = "text";

    private StagedForm() {}

    static Optional<Refusal> problem(StagingRequest request, byte[] value, Instant at) {
        if (at.isAfter(request.notAfter())) {
            return refusal(RefusalCode.COMMAND_EXPIRED);
        }
        if (value.length == 0 || value.length > MAX_BYTES) {
            return refusal(RefusalCode.CONTENT_INVALID);
        }
        if (!Digests.sha256Hex(value).equals(request.commitment())) {
            return refusal(RefusalCode.COMMITMENT_MISMATCH);
        }
        try {
            PrivateValue parsed = PrivateValue.parse(value);
            return parsed.tag().equals(request.key().tag())
                    ? contentProblem(request, parsed)
                    : refusal(RefusalCode.CONTENT_INVALID);
        } catch (IllegalArgumentException e) {
            return refusal(RefusalCode.CONTENT_INVALID);
        }
    }

    /** What is to hang in a village is looked through before anybody can commit to it. */
    private static Optional<Refusal> contentProblem(StagingRequest request, PrivateValue value) {
        boolean isNotice = request.key().kind() == Kind.WELFARE_APPLICATION
                && request.key().group().equals(NOTICE_TEXT);
        return isNotice && NoticeLinter.finds(value.content())
                ? Optional.of(Refusal.of(RefusalCode.NOTICE_TEXT_PRIVATE, "K31"))
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(RefusalCode code) {
        return Optional.of(Refusal.of(code, ""));
    }
}
