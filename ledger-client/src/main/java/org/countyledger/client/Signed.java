package org.countyledger.client;

import com.google.protobuf.ByteString;

/**
 * What came back from somebody with an own key.
 *
 * @param bytes as they were handed out in {@link Unsigned}
 * @param signature ECDSA over their digest, DER, low S
 */
public record Signed(ByteString bytes, ByteString signature) {
    @Override
    public String toString() {
        return "Signed[" + bytes.size() + " bytes]";
    }
}
