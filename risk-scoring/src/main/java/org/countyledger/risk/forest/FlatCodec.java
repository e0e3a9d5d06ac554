package org.countyledger.risk.forest;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * The canonical form, big-endian: {@code CLRF}, version 1, family, number of features (u16), of trees (u32), of nodes
 * (u32), then every tree in pre-order. A split is its feature (u16) and threshold (i32); a leaf is {@code FFFF}, its value
 * (binary64) and its cover (u32). What follows from that is not written, so nothing can be said in two ways. Reading
 * refuses whatever {@link #write} would not have written.
 */
public final class FlatCodec {
    static final int MAGIC = 0x434C5246;
    static final int VERSION = 1;
    static final int LEAF_MARK = 0xFFFF;

    private FlatCodec() {}

    public static byte[] write(FlatForest forest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(VERSION);
            out.writeByte(forest.family().code());
            out.writeShort(forest.features());
            out.writeInt(forest.treeCount());
            out.writeInt(forest.nodeCount());
            nodes(forest.trees(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void nodes(FlatTrees trees, DataOutputStream out) throws IOException {
        for (int node = 0; node < trees.feature.length; node++) {
            if (trees.isLeaf(node)) {
                out.writeShort(LEAF_MARK);
                out.writeLong(Double.doubleToLongBits(trees.leaf[node]));
                out.writeInt(trees.cover[node]);
            } else {
                out.writeShort(trees.feature[node]);
                out.writeInt(trees.threshold[node]);
            }
        }
    }

    /**
     * Reads the canonical form.
     *
     * @throws NotCanonicalException if it is not exactly that
     */
    public static FlatForest read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            NotCanonicalException.unless(in.getInt() == MAGIC, "these bytes are not a flat forest");
            NotCanonicalException.unless(in.get() == VERSION, "the version is not " + VERSION);
            Family family = Family.of(in.get());
            int features = Short.toUnsignedInt(in.getShort());
            FlatTrees trees = new FlatTreesReader(in, family, features).read();
            NotCanonicalException.unless(!in.hasRemaining(), "bytes follow the last tree");
            return new FlatForest(family, features, trees);
        } catch (BufferUnderflowException e) {
            throw new NotCanonicalException("the bytes end too early", e);
        }
    }
}
