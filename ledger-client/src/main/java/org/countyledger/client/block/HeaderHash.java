package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.hyperledger.fabric.protos.common.BlockHeader;

/** Fabric's hash of a block header: SHA-256 over the DER of {number, previous hash, data hash} (protoutil/blockutils.go). */
final class HeaderHash {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;

    private HeaderHash() {}

    static ByteString of(BlockHeader header) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        put(fields, INTEGER, new BigInteger(Long.toUnsignedString(header.getNumber())).toByteArray());
        put(fields, OCTET_STRING, header.getPreviousHash().toByteArray());
        put(fields, OCTET_STRING, header.getDataHash().toByteArray());
        ByteArrayOutputStream sequence = new ByteArrayOutputStream();
        put(sequence, SEQUENCE, fields.toByteArray());
        try {
            return ByteString.copyFrom(MessageDigest.getInstance("SHA-256").digest(sequence.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Lengths stay below 128: two hashes of 32 bytes and a number of at most 9. */
    private static void put(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        out.write(content.length);
        out.writeBytes(content);
    }
}
