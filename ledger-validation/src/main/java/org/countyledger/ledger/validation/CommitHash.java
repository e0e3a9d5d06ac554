package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.state.HashedWrite;
import org.countyledger.ledger.state.PublicWrite;
import org.countyledger.ledger.state.UpdateBatch;

/**
 * The hash by which peers agree about a block's outcome: SHA-256(varint(n) ‖ codes ‖ updates ‖ hash of the block before),
 * from block 1 on (Fabric's {@code kv_ledger.go}, {@code update_batch_bytes.go}). Equal hashes mean equal validity and
 * equal public and hashed state.
 */
public final class CommitHash {
    private static final int UPDATES_WRITE = 1;
    private static final int NAMESPACE = 1;
    private static final int COLLECTION = 2;
    private static final int KEY = 3;
    private static final int IS_DELETE = 4;
    private static final int VALUE = 5;
    private static final int VERSION = 6;

    private CommitHash() {}

    /** The hash of a block; {@code previous} is empty for block 1. */
    public static ByteString next(ByteString previous, ByteString transactionsFilter, UpdateBatch updates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt64NoTag(transactionsFilter.size());
            out.writeRawBytes(transactionsFilter);
            for (byte[] write : writes(updates)) {
                out.writeByteArray(UPDATES_WRITE, write);
            }
            out.writeRawBytes(previous);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("updates could not be encoded in memory", e);
        }
        return Sha256.of(bytes.toByteArray());
    }

    /** Namespace by namespace, public writes before those of its collections. The configuration's namespace is left out. */
    private static List<byte[]> writes(UpdateBatch updates) throws IOException {
        SortedSet<String> namespaces = new TreeSet<>(KeyOrder.UTF8);
        updates.publicWrites().forEach(write -> namespaces.add(write.namespace()));
        updates.hashedWrites().forEach(write -> namespaces.add(write.namespace()));
        namespaces.remove("");
        List<byte[]> encoded = new ArrayList<>();
        for (String namespace : namespaces) {
            String shownNamespace = namespace;
            for (PublicWrite write : updates.publicWrites(namespace).values()) {
                encoded.add(encode(
                        shownNamespace,
                        "",
                        ByteString.copyFromUtf8(write.key()),
                        write.value().orElse(ByteString.EMPTY),
                        write.isDelete(),
                        write.version()));
                shownNamespace = "";
            }
            String lastCollection = "";
            for (HashedWrite write : updates.hashedWrites(namespace)) {
                boolean changed = !write.collection().equals(lastCollection);
                encoded.add(encode(
                        shownNamespace,
                        changed ? write.collection() : "",
                        write.keyHash(),
                        write.valueHash().orElse(ByteString.EMPTY),
                        write.isDelete(),
                        write.version()));
                shownNamespace = "";
                lastCollection = write.collection();
            }
        }
        return encoded;
    }

    private static byte[] encode(
            String namespace, String collection, ByteString key, ByteString value, boolean isDelete, Version version)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (!namespace.isEmpty()) {
            out.writeString(NAMESPACE, namespace);
        }
        if (!collection.isEmpty()) {
            out.writeString(COLLECTION, collection);
        }
        writeBytes(out, KEY, key);
        if (isDelete) {
            out.writeBool(IS_DELETE, true);
        }
        writeBytes(out, VALUE, value);
        writeBytes(out, VERSION, versionBytes(version));
        out.flush();
        return bytes.toByteArray();
    }

    private static void writeBytes(CodedOutputStream out, int field, ByteString value) throws IOException {
        if (!value.isEmpty()) {
            out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeBytesNoTag(value);
        }
    }

    /** Block and transaction number, each as length and big-endian bytes without leading zeros. */
    static ByteString versionBytes(Version version) {
        return number(version.blockNumber()).concat(number(version.transactionNumber()));
    }

    private static ByteString number(long value) {
        int size = (Long.SIZE - Long.numberOfLeadingZeros(value) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[size + 1];
        bytes[0] = (byte) size;
        for (int i = size; i > 0; i--) {
            bytes[i] = (byte) (value >>> (Byte.SIZE * (size - i)));
        }
        return ByteString.copyFrom(bytes);
    }
}
