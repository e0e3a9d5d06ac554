package org.countyledger.gateway.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;

/** Private values of these tests: the same for the same group of the same kind. */
public final class Contents {
    private Contents() {}

    public static PrivateValue of(Kind kind, String group) {
        return of(kind, group, "the " + group);
    }

    public static PrivateValue of(Kind kind, String group, String text) {
        byte[] salt = Digests.sha256(("salt of " + kind + group + text).getBytes(StandardCharsets.UTF_8));
        return PrivateValue.of(kind, group, salt, Map.of("text", text));
    }

    /** As a client sends it. */
    public static String base64(PrivateValue value) {
        return Base64.getEncoder().encodeToString(value.bytes());
    }

    /** Stages a value as an officer; whether it may be, the command that names it shows. */
    public static Reply stage(Api api, Officer officer, String record, PrivateValue value) {
        String group = value.tag().substring(value.tag().indexOf('/') + 1);
        return api.write(api.as(officer), record + "/content/" + group, Map.of("value", base64(value)));
    }
}
