package org.countyledger.gateway.records;

import com.google.protobuf.ByteString;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Base64;
import org.countyledger.client.Unsigned;

/**
 * What an officer's client is to look at and to sign, as in Fabric's offline signing.
 *
 * @param bytes base64, to be sent back unchanged with the signature: of a proposal a ProposedTransaction, of an endorsed
 *     transaction a PreparedTransaction of fabric-gateway
 * @param digest base64 of the SHA-256 that is signed. A careful client makes it from the bytes by itself
 */
@Schema(name = "Unsigned")
public record UnsignedResource(String txId, String bytes, String digest) {
    public static UnsignedResource of(Unsigned unsigned) {
        return new UnsignedResource(unsigned.txId(), base64(unsigned.bytes()), base64(unsigned.digest()));
    }

    private static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
