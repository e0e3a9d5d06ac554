package org.countyledger.ledger.block;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hyperledger.fabric.protos.common.Block;

/** Reads a block file from its first record on; plain, or compressed by gzip (recognised by its content). */
public final class BlockReader implements AutoCloseable {
    private static final int MAX_RECORD_BYTES = 256 << 20;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final InputStream in;
    private long position;

    private BlockReader(InputStream in) {
        this.in = in;
    }

    public static BlockReader open(Path file) throws IOException {
        return of(Files.newInputStream(file));
    }

    /** Reads from a stream, which is closed with the reader. */
    public static BlockReader of(InputStream source) throws IOException {
        InputStream buffered = new BufferedInputStream(source, 1 << 16);
        buffered.mark(2);
        boolean compressed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
        buffered.reset();
        return new BlockReader(
                compressed ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16) : buffered);
    }

    /** The next block; empty at the end of the file. A record cut short is an {@link EOFException}. */
    public Optional<Block> next() throws IOException {
        long start = position;
        int length = readLength();
        if (length < 0) {
            return Optional.empty();
        }
        byte[] record = in.readNBytes(length);
        if (record.length < length) {
            throw new EOFException("the record at byte " + start + " is cut short: expected " + length
                    + " bytes, found " + record.length);
        }
        position += length;
        try {
            return Optional.of(BlockRecord.decode(record));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("the record at byte " + start + " is no block: " + e.getMessage(), e);
        }
    }

    /** Bytes of whole records read so far, after decompression: where a torn tail would be cut. */
    public long position() {
        return position;
    }

    private int readLength() throws IOException {
        long length = 0;
        int size = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int digit = in.read();
            if (digit < 0) {
                if (shift == 0) {
                    return -1;
                }
                throw new EOFException("the length at byte " + position + " is cut short");
            }
            size++;
            length |= (long) (digit & 0x7f) << shift;
            if (digit < 0x80) {
                if (length < 0 || length > MAX_RECORD_BYTES) {
                    break;
                }
                position += size;
                return (int) length;
            }
        }
        throw new IOException("no block record at byte " + position);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
