package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.PrivateValue;

/**
 * A private value as its reader may keep it.
 *
 * @param value base64 of the whole value, whose SHA-256 is the commitment
 * @param accessRecord the trace of this read; absent for residents
 */
@Schema(name = "PrivateContent")
record ContentResource(String commitment, String value, Map<?, ?> content, Optional<String> accessRecord) {
    static ContentResource of(byte[] bytes, Optional<String> accessRecord) {
        PrivateValue value = PrivateValue.parse(bytes);
        return new ContentResource(
                value.commitment(), Base64.getEncoder().encodeToString(bytes), value.content(), accessRecord);
    }

    /** Personal: never in a log. */
    @Override
    public String toString() {
        return "ContentResource " + commitment;
    }
}
