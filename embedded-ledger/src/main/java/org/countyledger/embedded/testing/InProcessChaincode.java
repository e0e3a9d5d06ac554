package org.countyledger.embedded.testing;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChatChaincodeWithPeer;
import org.hyperledger.fabric.traces.Traces;

/**
 * Serves an unmodified chaincode of the official shim without a socket. The one class that reaches into the shim: its
 * server class and the setting of its id are not public.
 */
public final class InProcessChaincode implements AutoCloseable {
    private static final long CLOSE_SECONDS = 1;

    /**
     * Kept, because a logger that nobody holds forgets its level. The shim opens a channel per stream and leaks it, and
     * calls the end of a stream severe.
     */
    private static final List<Logger> QUIETED = List.of(
            quiet("io.grpc.internal.ManagedChannelOrphanWrapper", Level.OFF),
            quiet("org.hyperledger.fabric", Level.WARNING),
            quiet("org.hyperledger.fabric.shim.ChaincodeBase", Level.OFF));

    private final Server server;
    private final ExecutorService executor;
    private final String name;

    private InProcessChaincode(Server server, ExecutorService executor, String name) {
        this.server = server;
        this.executor = executor;
        this.name = name;
    }

    private static Logger quiet(String name, Level level) {
        Logger logger = Logger.getLogger(name);
        logger.setLevel(level);
        return logger;
    }

    /** Starts; one instance of a chaincode may be served once only. */
    public static InProcessChaincode start(ChaincodeBase chaincode, String mspId, String packageId) throws IOException {
        QUIETED.forEach(Logger::getLevel);
        String name = "chaincode-" + UUID.randomUUID();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        Server server = InProcessServerBuilder.forName(name)
                .executor(executor)
                .addService(service(chaincode, mspId, packageId))
                .build()
                .start();
        return new InProcessChaincode(server, executor, name);
    }

    private static BindableService service(ChaincodeBase chaincode, String mspId, String packageId) {
        try {
            Method options = ChaincodeBase.class.getDeclaredMethod("processCommandLineOptions", String[].class);
            options.setAccessible(true);
            options.invoke(chaincode, (Object) new String[] {"-i", packageId});
            Field localMspId = ChaincodeBase.class.getDeclaredField("localMspId");
            localMspId.setAccessible(true);
            localMspId.set(chaincode, mspId);
            Properties config = chaincode.getChaincodeConfig();
            Metrics.initialize(config);
            Traces.initialize(config);
            Constructor<ChatChaincodeWithPeer> constructor =
                    ChatChaincodeWithPeer.class.getDeclaredConstructor(ChaincodeBase.class);
            constructor.setAccessible(true);
            return constructor.newInstance(chaincode);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of the shim cannot be served in-process", e);
        }
    }

    public ChaincodeEndpoint endpoint() {
        return new ChaincodeEndpoint.InProcess(name);
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor.shutdown();
    }
}
