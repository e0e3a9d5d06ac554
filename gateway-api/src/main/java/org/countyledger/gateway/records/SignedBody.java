package org.countyledger.gateway.records;

import com.google.protobuf.ByteString;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import org.countyledger.client.Signed;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;

/**
 * What an officer's client sends back.
 *
 * @param bytes as they came
 * @param signature base64 of the ECDSA signature over the digest: DER, low S
 */
@Schema(name = "Signed")
public record SignedBody(String bytes, String signature) {
    public static Signed read(byte[] json) {
        SignedBody body = parsed(json);
        return new Signed(decoded("/bytes", body.bytes()), decoded("/signature", body.signature()));
    }

    private static SignedBody parsed(byte[] json) {
        try {
            return CanonicalJson.read(json, SignedBody.class);
        } catch (MalformedJson e) {
            throw BodyProblems.only(e.pointer(), BodyProblems.NOT_WELL_FORMED);
        }
    }

    private static ByteString decoded(String pointer, String text) {
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw BodyProblems.only(pointer, BodyProblems.NOT_WELL_FORMED);
        }
    }
}
