package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.FieldProblem;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;

/** What is staged: the whole value, or content that an officer leaves the gateway to salt. */
@Schema(name = "Content")
record StagingBody(
        @Schema(
                description = "base64 of 0x01 ‖ tag ‖ salt of 32 bytes ‖ canonical JSON; the tag is one length byte and"
                        + " kind/group. Residents always send this: the salt derives from their seed")
        Optional<String> value,

        @Schema(
                description =
                        "Officers only: the JSON object alone. The gateway makes the salt on the officer's behalf,"
                                + " by HKDF from the secret Idempotency-Key, so that a repeated request stages the same bytes")
        Optional<Map<String, Object>> content,

        @Schema(description = "Residents only: refused later than this; signed")
        Optional<Instant> notAfter,

        @Schema(
                description =
                        "Residents only: by a key of the record over county/stage/v1 ‖ canonical JSON of {channel,"
                                + " chaincode, key, commitment, notAfter}; key is kind/id/group/n")
        Optional<CommandSignature> signature) {

    static StagingBody read(byte[] json) {
        try {
            return CanonicalJson.read(json, StagingBody.class);
        } catch (MalformedJson e) {
            FieldProblem place =
                    new FieldProblem(e.pointer(), new Text("不是所要求的格式。", "It is not of the required form."));
            throw new ProblemException(Finding.of(ProblemCode.MALFORMED_REQUEST).with(List.of(place)));
        }
    }

    /** Personal: never in a log. */
    @Override
    public String toString() {
        return "StagingBody";
    }
}
