package org.countyledger.domain.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.domain.record.CanonicalJson;

/** Bytes that record keys sign beside commands: a domain, so that nothing is taken for something else, and JSON. */
final class SignedBytes {
    private SignedBytes() {}

    static byte[] of(String domain, Map<String, ?> signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(domain.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(CanonicalJson.write(new TreeMap<>(signed)));
        return bytes.toByteArray();
    }
}
