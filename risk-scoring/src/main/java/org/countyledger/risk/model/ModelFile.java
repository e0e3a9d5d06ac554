package org.countyledger.risk.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Digests;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.forest.FlatCodec;

/**
 * A model on disk: {@code CLRM}, version 1, the length of the header (u32), the header as canonical JSON, the trees in
 * their canonical form. The model's name covers the trees; {@link #digest} covers the whole file.
 */
public final class ModelFile {
    private static final byte[] MAGIC = {'C', 'L', 'R', 'M', 1};
    private static final int START = MAGIC.length + Integer.BYTES;

    private ModelFile() {}

    public static byte[] bytes(RiskModel model) {
        byte[] header = CanonicalJson.write(model.header());
        byte[] trees = FlatCodec.write(model.forest());
        ByteArrayOutputStream out = new ByteArrayOutputStream(START + header.length + trees.length);
        out.writeBytes(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array());
        out.writeBytes(header);
        out.writeBytes(trees);
        return out.toByteArray();
    }

    /** Reads a model and refuses bytes that {@link #bytes} would not have written. */
    public static RiskModel read(byte[] bytes) {
        if (bytes.length < START || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))) {
            throw new RiskException("these bytes are not a model");
        }
        int length = ByteBuffer.wrap(bytes).getInt(MAGIC.length);
        if (length < 0 || length > bytes.length - START) {
            throw new RiskException("the model's header is cut off");
        }
        byte[] header = Arrays.copyOfRange(bytes, START, START + length);
        byte[] trees = Arrays.copyOfRange(bytes, START + length, bytes.length);
        try {
            RiskModel model = new RiskModel(CanonicalJson.read(header, ModelHeader.class), FlatCodec.read(trees));
            if (!Arrays.equals(bytes, bytes(model))) {
                throw new RiskException("the model's header is not canonical");
            }
            return model;
        } catch (IllegalArgumentException e) {
            throw new RiskException("the model cannot be read: " + e.getMessage(), e);
        }
    }

    public static RiskModel read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new RiskException(file + " cannot be read", e);
        }
    }

    public static void write(RiskModel model, Path file) {
        try {
            Files.write(file, bytes(model));
        } catch (IOException e) {
            throw new RiskException(file + " cannot be written", e);
        }
    }

    public static String digest(RiskModel model) {
        return Digests.sha256Hex(bytes(model));
    }
}
