package org.countyledger.network.process;

import java.io.IOException;
import java.util.List;
import org.countyledger.network.CountyException;

/** Runs a program to its end; what it says is said by this process. */
public final class Foreground {
    private Foreground() {}

    /** Its exit code. */
    public static int run(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new CountyException(command.getFirst() + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted", e);
        }
    }
}
