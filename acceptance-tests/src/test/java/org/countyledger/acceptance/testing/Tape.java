package org.countyledger.acceptance.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that a stream of events says from now on, until it is closed. */
public final class Tape implements AutoCloseable {
    private final InputStream stream;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    Tape(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::record);
    }

    private void record() {
        byte[] some = new byte[1 << 12];
        try {
            for (int read = stream.read(some); read >= 0; read = stream.read(some)) {
                said.add(new String(some, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            said.add("\n");
        }
    }

    /** What was said so far, byte by byte as Latin-1. */
    public String said() {
        return String.join("", said);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
