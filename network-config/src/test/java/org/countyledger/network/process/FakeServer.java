package org.countyledger.network.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;

/** A program that listens on a port until it is stopped; {@code stubborn} ones do not let themselves be asked. */
final class FakeServer {
    private FakeServer() {}

    @SuppressWarnings("SystemOut") // its log is what is tested
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("fail")) {
            System.out.println("the disk is full");
            System.exit(3);
        }
        if (arguments.length > 1 && arguments[1].equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(FakeServer::waitForEver));
        }
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(arguments[0]), 1, InetAddress.getLoopbackAddress())) {
            System.out.println("listening on " + socket.getLocalPort());
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
