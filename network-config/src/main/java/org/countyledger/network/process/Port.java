package org.countyledger.network.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * A port that a process listens on.
 *
 * @param setting where the number can be changed
 */
public record Port(String host, int number, String setting) {

    /** Whether some program listens here. */
    public boolean isTaken() {
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getByName(host))) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return host + ":" + number;
    }
}
