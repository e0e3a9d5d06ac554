package org.countyledger.embedded.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.countyledger.embedded.blockfile.DiskFile;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Files of the store that stay open when a reader's thread is interrupted; the store's own would be closed for everybody.
 * The ledger's directory lock stands in for file locks. Public because the store makes its copies by reflection.
 */
public final class SteadyFilePath extends FilePathWrapper {
    private static final String SCHEME = "steady";

    static {
        FilePath.register(new SteadyFilePath());
    }

    /** The name by which the store opens a file this way. */
    public static String name(Path file) {
        return SCHEME + ":" + file.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(DiskFile.open(Path.of(getBase().toString())));
    }

    private static final class SteadyFile extends FileBaseDefault {
        private final DiskFile file;

        SteadyFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            int read =
                    file.read(position, target.array(), target.arrayOffset() + target.position(), target.remaining());
            target.position(target.position() + Math.max(0, read));
            return read;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            file.write(position, source.array(), source.arrayOffset() + source.position(), length);
            source.position(source.limit());
            return length;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size < file.size()) {
                file.truncate(size);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force();
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) {
            return new HeldByDirectory(this, position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }

    /** A lock that is held as long as the ledger holds its directory. */
    private static final class HeldByDirectory extends FileLock {
        HeldByDirectory(FileChannel channel, long position, long size, boolean shared) {
            super(channel, position, size, shared);
        }

        @Override
        public boolean isValid() {
            return true;
        }

        @Override
        public void release() {
            // The directory's lock is released when the ledger closes.
        }
    }
}
