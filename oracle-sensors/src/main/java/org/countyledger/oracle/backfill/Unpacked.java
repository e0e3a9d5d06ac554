package org.countyledger.oracle.backfill;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A file as it is or unpacked, but never more of it than a limit: a small file may unpack to a very large one. */
final class Unpacked extends FilterInputStream {
    private static final int MAGIC = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private long left;

    private Unpacked(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    static InputStream of(byte[] file, long limit) throws IOException {
        boolean isPacked = file.length > 1 && (file[0] & 0xff) == MAGIC && (file[1] & 0xff) == MAGIC_SECOND;
        InputStream plain = new ByteArrayInputStream(file);
        return new Unpacked(isPacked ? new GZIPInputStream(plain) : plain, limit);
    }

    /** The file unpacks to more than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooLarge();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
