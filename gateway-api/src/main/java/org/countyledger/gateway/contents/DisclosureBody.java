package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.media.Schema;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;

/**
 * To whom a private value is shown.
 *
 * @param recipient MSP id
 */
@Schema(name = "Disclosure")
record DisclosureBody(String recipient) {
    static DisclosureBody read(byte[] json) {
        try {
            return CanonicalJson.read(json, DisclosureBody.class);
        } catch (MalformedJson e) {
            throw new ProblemException(ProblemCode.MALFORMED_REQUEST);
        }
    }
}
