package org.countyledger.domain.sensing;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.countyledger.domain.record.Digests;

/** Merkle tree hash of RFC 9162, 2.1.1: leaves prefixed with 0x00, nodes with 0x01. */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** Root over the leaves in their order; of no leaves, SHA-256 of nothing. */
    public static String root(List<byte[]> leaves) {
        return Digests.hex(hash(leaves));
    }

    private static byte[] hash(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> Digests.sha256(new byte[0]);
            case 1 -> digest(LEAF, leaves.getFirst());
            default -> {
                int left = Integer.highestOneBit(leaves.size() - 1);
                yield digest(NODE, hash(leaves.subList(0, left)), hash(leaves.subList(left, leaves.size())));
            }
        };
    }

    private static byte[] digest(byte prefix, byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(prefix);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return Digests.sha256(bytes.toByteArray());
    }
}
