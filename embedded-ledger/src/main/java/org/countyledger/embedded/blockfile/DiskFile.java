package org.countyledger.embedded.blockfile;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file read and written by position. Unlike a {@code FileChannel} it is not closed when a reading thread is
 * interrupted, which a cancelled call may do at any time.
 */
public final class DiskFile implements AutoCloseable {
    private final RandomAccessFile file;

    private DiskFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens for reading and writing, creating it if absent. */
    public static DiskFile open(Path path) throws IOException {
        return new DiskFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    public synchronized long size() throws IOException {
        return file.length();
    }

    /** Reads what is there, at most {@code length} bytes; the number read, -1 at the end. */
    public synchronized int read(long position, byte[] bytes, int offset, int length) throws IOException {
        file.seek(position);
        return file.read(bytes, offset, length);
    }

    /** Reads exactly {@code length} bytes. */
    public synchronized byte[] bytes(long position, int length) throws IOException {
        if (position + length > file.length()) {
            throw new EOFException("the file ends at byte " + file.length() + ", before " + (position + length));
        }
        byte[] bytes = new byte[length];
        file.seek(position);
        file.readFully(bytes);
        return bytes;
    }

    public synchronized void write(long position, byte[] bytes, int offset, int length) throws IOException {
        file.seek(position);
        file.write(bytes, offset, length);
    }

    public synchronized void truncate(long size) throws IOException {
        file.setLength(size);
    }

    /** Returns when everything written is on the disk. Readers need not wait for it. */
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
