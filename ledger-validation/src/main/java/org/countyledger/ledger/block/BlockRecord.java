package org.countyledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;

/**
 * One block in Fabric's block files ({@code blkstorage/block_serialization.go}): varint(number) ‖ data hash ‖ previous
 * hash ‖ varint(n) ‖ envelopes ‖ varint(m) ‖ metadata, byte fields with their length before them. In a file varint(length)
 * stands before each record.
 */
public final class BlockRecord {
    private BlockRecord() {}

    /** The record without the length before it. */
    public static byte[] encode(Block block) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(block.getSerializedSize() + 64);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeUInt64NoTag(block.getHeader().getNumber());
            out.writeBytesNoTag(block.getHeader().getDataHash());
            out.writeBytesNoTag(block.getHeader().getPreviousHash());
            out.writeUInt64NoTag(block.getData().getDataCount());
            for (ByteString envelope : block.getData().getDataList()) {
                out.writeBytesNoTag(envelope);
            }
            out.writeUInt64NoTag(block.getMetadata().getMetadataCount());
            for (ByteString entry : block.getMetadata().getMetadataList()) {
                out.writeBytesNoTag(entry);
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("a block could not be encoded in memory", e);
        }
        return bytes.toByteArray();
    }

    /** The record with the length before it, as it stands in a file. */
    public static byte[] encodeDelimited(Block block) {
        byte[] record = encode(block);
        byte[] delimited = new byte[CodedOutputStream.computeUInt64SizeNoTag(record.length) + record.length];
        CodedOutputStream out = CodedOutputStream.newInstance(delimited);
        try {
            out.writeUInt64NoTag(record.length);
            out.writeRawBytes(record);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("a block could not be encoded in memory", e);
        }
        return delimited;
    }

    /** Reads a record without the length before it. */
    public static Block decode(byte[] record) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(record);
        BlockHeader.Builder header = BlockHeader.newBuilder().setNumber(in.readRawVarint64());
        header.setDataHash(in.readBytes());
        header.setPreviousHash(in.readBytes());
        BlockData.Builder data = BlockData.newBuilder();
        for (long left = in.readRawVarint64(); left > 0; left--) {
            data.addData(in.readBytes());
        }
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
        for (long left = in.readRawVarint64(); left > 0; left--) {
            metadata.addMetadata(in.readBytes());
        }
        if (!in.isAtEnd()) {
            throw new IOException("block record of " + record.length + " bytes has "
                    + (record.length - in.getTotalBytesRead()) + " bytes too many");
        }
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
    }
}
