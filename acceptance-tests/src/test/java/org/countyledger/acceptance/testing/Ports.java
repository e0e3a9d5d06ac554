package org.countyledger.acceptance.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** Consecutive ports that nobody has, as {@code --port-base} needs them. */
public final class Ports {
    /** Five services, and six for each of four organisations, as a county on Fabric takes them. */
    public static final int COUNT = 29;

    private static final int FIRST = 22_000;
    private static final int LAST = 30_000;

    /** More than one county takes, or two at once would share some. */
    private static final int STEP = 30;

    /** What this process has given away: a county that is about to start does not listen yet. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private Ports() {}

    /** First of them; the search starts at a place of this process, so that two runs side by side seldom meet. */
    public static synchronized int base() {
        int places = (LAST - FIRST) / STEP;
        int start = (int) (ProcessHandle.current().pid() % places);
        int found = IntStream.range(0, places)
                .map(n -> FIRST + (start + n) % places * STEP)
                .filter(base -> !GIVEN.contains(base))
                .filter(base -> IntStream.range(base, base + COUNT).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + COUNT + " consecutive ports are free"));
        GIVEN.add(found);
        return found;
    }

    /** Whether a server could listen there. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
