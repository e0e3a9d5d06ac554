package org.countyledger.client;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.client.Signable;

/**
 * What somebody with an own key is to sign: look at the bytes, then sign their digest.
 *
 * @param bytes of fabric-gateway's ProposedTransaction or PreparedTransaction, to be handed back with the signature
 * @param digest SHA-256 of the part that the signature is over
 */
public record Unsigned(String txId, ByteString bytes, ByteString digest) {
    static Unsigned of(String txId, Signable signable) {
        return new Unsigned(txId, ByteString.copyFrom(signable.getBytes()), ByteString.copyFrom(signable.getDigest()));
    }

    @Override
    public String toString() {
        return "Unsigned " + txId;
    }
}
