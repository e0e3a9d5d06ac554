package org.countyledger.embedded.blockfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.countyledger.ledger.block.BlockRecord;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Block files {@code blocks_000000}, {@code blocks_000001}, … of one channel. {@link #append} forces the file to the disk
 * before it returns: that is the moment a block is committed. One thread appends, any number read.
 */
public final class FileBlockLog implements BlockLog {
    static final long FILE_LIMIT_BYTES = 64L << 20;

    private final Path directory;
    private final long fileLimitBytes;
    private final List<DiskFile> files = new CopyOnWriteArrayList<>();

    private FileBlockLog(Path directory, long fileLimitBytes) {
        this.directory = directory;
        this.fileLimitBytes = fileLimitBytes;
    }

    /** Opens the files that are there. Call {@link BlockRecovery#run} before the first append. */
    public static FileBlockLog open(Path directory) {
        return open(directory, FILE_LIMIT_BYTES);
    }

    static FileBlockLog open(Path directory, long fileLimitBytes) {
        FileBlockLog log = new FileBlockLog(directory, fileLimitBytes);
        try {
            Files.createDirectories(directory);
            do {
                log.openNext();
            } while (Files.exists(log.path(log.fileCount())));
            return log;
        } catch (IOException e) {
            log.close();
            throw new UncheckedIOException("The block files in " + directory + " cannot be opened", e);
        }
    }

    /** The block files that are in a directory, in order. */
    public static List<Path> files(Path directory) {
        List<Path> found = new ArrayList<>();
        for (Path next = path(directory, 0); Files.exists(next); next = path(directory, found.size())) {
            found.add(next);
        }
        return found;
    }

    private static Path path(Path directory, int file) {
        return directory.resolve("blocks_%06d".formatted(file));
    }

    Path path(int file) {
        return path(directory, file);
    }

    int fileCount() {
        return files.size();
    }

    long fileSize(int file) throws IOException {
        return files.get(file).size();
    }

    private void openNext() throws IOException {
        Path next = path(files.size());
        boolean isNew = !Files.exists(next);
        files.add(DiskFile.open(next));
        if (isNew) {
            forceDirectory();
        }
    }

    /** Without it the name of a new file may be lost with the power, although its bytes are not. */
    private void forceDirectory() throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public synchronized BlockLocation append(Block block) {
        byte[] record = BlockRecord.encodeDelimited(block);
        try {
            long offset = files.getLast().size();
            if (offset > 0 && offset + record.length > fileLimitBytes) {
                openNext();
                offset = 0;
            }
            files.getLast().write(offset, record, 0, record.length);
            files.getLast().force();
            return new BlockLocation(files.size() - 1, offset, record.length);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Block " + block.getHeader().getNumber() + " cannot be appended in " + directory, e);
        }
    }

    @Override
    public Block read(BlockLocation location) {
        try {
            return block(location);
        } catch (IOException e) {
            throw new UncheckedIOException("No block can be read at " + location + " in " + directory, e);
        }
    }

    Block block(BlockLocation location) throws IOException {
        byte[] framed = bytes(location.file(), location.offset(), location.length());
        int prefix = 1;
        while (framed[prefix - 1] < 0) {
            prefix++;
        }
        return BlockRecord.decode(Arrays.copyOfRange(framed, prefix, framed.length));
    }

    byte[] bytes(int file, long offset, int length) throws IOException {
        return files.get(file).bytes(offset, length);
    }

    void truncate(int file, long size) throws IOException {
        files.get(file).truncate(size);
        files.get(file).force();
    }

    @Override
    public void close() {
        for (DiskFile file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("A block file in " + directory + " cannot be closed", e);
            }
        }
    }
}
