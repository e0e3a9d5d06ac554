package org.countyledger.embedded.chaincode;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.TlsCredentials;
import org.countyledger.embedded.state.BlockStore;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's link to its instance of a chaincode: one stream at a time, dialled on the first call and again on
 * the next call after it broke. Never two streams to one instance, whose state would be mixed up.
 */
public final class ChaincodeConnection implements AutoCloseable {
    private static final int DIAL_MILLIS = 3_000;
    /** From the dial to READY; a busy machine takes long to answer. */
    private static final long REGISTER_SECONDS = 20;

    private static final long CLOSE_MILLIS = 300;
    private static final int MAX_MESSAGE_BYTES = 100 << 20;

    private final ChaincodeTarget target;
    private final LedgerRequests requests;
    private final ChaincodeCalls calls;
    private final Executor executor;
    private @Nullable ManagedChannel channel;
    private @Nullable ChaincodeStream stream;
    private boolean closed;

    public ChaincodeConnection(
            ChaincodeTarget target, Supplier<BlockStore> blocks, ChaincodeCalls calls, Executor executor) {
        this.target = target;
        this.requests = new LedgerRequests(blocks);
        this.calls = calls;
        this.executor = executor;
    }

    /** Executes a transaction; blocks until the chaincode has answered, at most the target's limit. */
    public ChaincodeMessage execute(TransactionContext context, ChaincodeInput input) throws ChaincodeFailure {
        String prefix = "failed to execute transaction " + context.transactionId() + ": ";
        ChaincodeStream live = connected(prefix);
        try {
            live.execute(context, input);
            return context.answer().get(target.executionLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ChaincodeFailure(prefix + "error sending: timeout expired while executing transaction");
        } catch (ExecutionException e) {
            throw new ChaincodeFailure(prefix + reason(e));
        } catch (ChaincodeFailure e) {
            throw new ChaincodeFailure(prefix + e.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChaincodeFailure(prefix + "error sending: the ledger is closing");
        } finally {
            live.finish(context);
        }
    }

    /** Dials ahead of the first call; a chaincode that is not there yet is dialled again by that call. */
    public void dial() {
        executor.execute(() -> {
            try {
                connected("");
            } catch (ChaincodeFailure e) {
                System.getLogger(ChaincodeConnection.class.getName())
                        .log(System.Logger.Level.INFO, "Not connected yet: {0}", e.text());
            }
        });
    }

    private ChaincodeStream connected(String prefix) throws ChaincodeFailure {
        ChaincodeStream current = current();
        try {
            return current.ready().get(REGISTER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            current.end("not registered within " + REGISTER_SECONDS + " s");
            throw launchFailure(prefix, "context deadline exceeded");
        } catch (ExecutionException e) {
            throw launchFailure(prefix, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw launchFailure(prefix, "the ledger is closing");
        }
    }

    private static String reason(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private ChaincodeFailure launchFailure(String prefix, String cause) {
        String packageId = target.packageId();
        return new ChaincodeFailure(prefix + "could not launch chaincode " + packageId + ": connection to " + packageId
                + " failed: error cannot create connection for " + packageId + ": error creating grpc connection to "
                + target.endpoint().text() + ": failed to create new connection: " + cause);
    }

    private synchronized ChaincodeStream current() throws ChaincodeFailure {
        if (closed) {
            throw new ChaincodeFailure("the ledger is closing");
        }
        if (stream != null && !stream.isEnded()) {
            return stream;
        }
        if (channel != null) {
            channel.shutdownNow();
        }
        // A channel that has failed answers further calls by its old failure until it has connected again.
        channel = open();
        stream = new ChaincodeStream(target.packageId(), requests, calls, executor);
        ChaincodeGrpc.newStub(channel).connect(stream);
        return stream;
    }

    private ManagedChannel open() {
        return switch (target.endpoint()) {
            case ChaincodeEndpoint.InProcess inProcess ->
                InProcessChannelBuilder.forName(inProcess.serverName())
                        .executor(executor)
                        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                        .build();
            case ChaincodeEndpoint.Address address ->
                NettyChannelBuilder.forAddress(address.host(), address.port(), credentials(address))
                        .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, DIAL_MILLIS)
                        .executor(executor)
                        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                        .build();
        };
    }

    private static ChannelCredentials credentials(ChaincodeEndpoint.Address address) {
        if (address.tls().isEmpty()) {
            return InsecureChannelCredentials.create();
        }
        try {
            return TlsCredentials.client(address.tls().get());
        } catch (IOException e) {
            throw new UncheckedIOException("The TLS credentials for " + address.text() + " cannot be used", e);
        }
    }

    /** Breaks the stream, as a chaincode that crashes does; the next call dials anew. */
    public void drop() {
        ChaincodeStream broken;
        synchronized (this) {
            broken = stream;
        }
        if (broken != null) {
            broken.end("dropped by a test");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (stream != null) {
            stream.close();
        }
        if (channel != null) {
            shutdown(channel);
        }
    }

    private static void shutdown(ManagedChannel channel) {
        channel.shutdown();
        try {
            if (!channel.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                channel.shutdownNow();
                channel.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            channel.shutdownNow();
        }
    }
}
