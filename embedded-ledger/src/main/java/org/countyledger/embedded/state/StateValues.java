package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.embedded.blockfile.BlockLocation;
import org.countyledger.ledger.rwset.KeyOrder;
import org.countyledger.ledger.rwset.Version;

/** Values of the index as bytes: a version, metadata entries, then the value itself. */
public final class StateValues {
    private StateValues() {}

    public record Entry(ByteString value, SortedMap<String, ByteString> metadata, Version version) {}

    record TransactionPlace(long block, int transaction) {}

    public static byte[] encode(ByteString value, SortedMap<String, ByteString> metadata, Version version) {
        int size = value.size() + 30;
        for (Map.Entry<String, ByteString> entry : metadata.entrySet()) {
            size += 3 * entry.getKey().length() + entry.getValue().size() + 10;
        }
        ByteString.Output bytes = ByteString.newOutput(size);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes, size);
        try {
            out.writeUInt64NoTag(version.blockNumber());
            out.writeUInt64NoTag(version.transactionNumber());
            out.writeUInt32NoTag(metadata.size());
            for (Map.Entry<String, ByteString> entry : metadata.entrySet()) {
                out.writeStringNoTag(entry.getKey());
                out.writeBytesNoTag(entry.getValue());
            }
            out.writeBytesNoTag(value);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("A value cannot be written to memory", e);
        }
        return bytes.toByteString().toByteArray();
    }

    public static Entry decode(byte[] bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        try {
            Version version = new Version(in.readUInt64(), in.readUInt64());
            int entries = in.readUInt32();
            SortedMap<String, ByteString> metadata =
                    entries == 0 ? Collections.emptySortedMap() : new TreeMap<>(KeyOrder.UTF8);
            for (int i = 0; i < entries; i++) {
                metadata.put(in.readString(), in.readBytes());
            }
            return new Entry(in.readBytes(), metadata, version);
        } catch (IOException e) {
            throw new UncheckedIOException("A value of the index is damaged", e);
        }
    }

    static byte[] numbers(long... numbers) {
        byte[] bytes = new byte[10 * numbers.length];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (long number : numbers) {
                out.writeUInt64NoTag(number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Numbers cannot be written to memory", e);
        }
        return Arrays.copyOf(bytes, out.getTotalBytesWritten());
    }

    static BlockLocation location(byte[] bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        try {
            return new BlockLocation((int) in.readUInt64(), in.readUInt64(), (int) in.readUInt64());
        } catch (IOException e) {
            throw new UncheckedIOException("A location of the index is damaged", e);
        }
    }

    static TransactionPlace place(byte[] bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        try {
            return new TransactionPlace(in.readUInt64(), (int) in.readUInt64());
        } catch (IOException e) {
            throw new UncheckedIOException("A transaction's place in the index is damaged", e);
        }
    }
}
