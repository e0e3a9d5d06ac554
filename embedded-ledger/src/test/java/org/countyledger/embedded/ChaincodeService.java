package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.countyledger.embedded.channel.TlsMaterial;
import org.countyledger.embedded.testing.ThrowawayOrganization;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** A chaincode as a service: the official shim's own server on a port, with mutual TLS where its organisation has it. */
final class ChaincodeService implements AutoCloseable {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIETED = List.of(
            quiet("io.grpc.internal.ManagedChannelOrphanWrapper"),
            quiet("org.hyperledger.fabric"),
            quiet("org.hyperledger.fabric.shim.ChaincodeBase"));

    private static final long START_SECONDS = 20;
    private static final int AGE_SECONDS = (int) TimeUnit.DAYS.toSeconds(30);

    private final NettyChaincodeServer server;
    private final Thread thread;
    private final ChaincodeEndpoint endpoint;

    private ChaincodeService(NettyChaincodeServer server, ChaincodeEndpoint endpoint) {
        this.server = server;
        this.endpoint = endpoint;
        this.thread = Thread.ofPlatform().daemon().name("chaincode server").unstarted(this::serve);
    }

    private static Logger quiet(String name) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(Level.OFF);
        return logger;
    }

    /** Serves on a free port; {@code directory} takes the PEM files. */
    static ChaincodeService tls(
            KeyChaincode chaincode, String packageId, ThrowawayOrganization organization, Path directory)
            throws IOException {
        int port = freePort();
        ChaincodeServerProperties properties = properties(port);
        TlsMaterial own = organization.tlsMaterial("chaincode." + organization.mspId());
        properties.setTlsEnabled(true);
        properties.setKeyCertChainFile(file(directory, organization.mspId() + ".cert", own.certificate()));
        properties.setKeyFile(file(directory, organization.mspId() + ".key", own.privateKey()));
        properties.setTrustCertCollectionFile(file(directory, organization.mspId() + ".ca", own.rootCertificates()));
        TlsMaterial peer = organization.tlsMaterial("peer." + organization.mspId());
        return start(
                chaincode, packageId, properties, new ChaincodeEndpoint.Address("127.0.0.1", port, Optional.of(peer)));
    }

    /** Serves without TLS. */
    static ChaincodeService plain(KeyChaincode chaincode, String packageId, int port) throws IOException {
        return start(
                chaincode,
                packageId,
                properties(port),
                new ChaincodeEndpoint.Address("127.0.0.1", port, Optional.empty()));
    }

    private static ChaincodeService start(
            KeyChaincode chaincode, String packageId, ChaincodeServerProperties properties, ChaincodeEndpoint endpoint)
            throws IOException {
        QUIETED.forEach(Logger::getLevel);
        chaincode.register(packageId);
        ChaincodeService service = new ChaincodeService(new NettyChaincodeServer(chaincode, properties), endpoint);
        service.thread.start();
        awaitListening((InetSocketAddress) properties.getServerAddress());
        return service;
    }

    private static void awaitListening(InetSocketAddress address) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (Socket probe = new Socket(address.getAddress(), address.getPort())) {
                probe.getOutputStream().flush();
                return;
            } catch (ConnectException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    private static ChaincodeServerProperties properties(int port) {
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        properties.setMaxConnectionAgeSeconds(AGE_SECONDS);
        return properties;
    }

    private static String file(Path directory, String name, ByteString content) throws IOException {
        return Files.write(directory.resolve(name), content.toByteArray()).toString();
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Blocks as long as the server runs. */
    private void serve() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The chaincode's server cannot start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ChaincodeEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        server.stop();
    }
}
