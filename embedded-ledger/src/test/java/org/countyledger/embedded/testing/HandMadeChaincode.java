package org.countyledger.embedded.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.grpc.Server;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.jspecify.annotations.Nullable;

/** The chaincode's side of the stream, message by message: a test decides each one. */
public final class HandMadeChaincode extends ChaincodeGrpc.ChaincodeImplBase implements AutoCloseable {
    public static final String PACKAGE_ID = "basic_1.0:0123abcd";
    private static final long WAIT_SECONDS = 5;

    private final String name = "hand-made-" + UUID.randomUUID();
    private final String registersAs;
    private final Server server;
    private final AtomicInteger streams = new AtomicInteger();
    private final BlockingQueue<ChaincodeMessage> fromPeer = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private volatile @Nullable StreamObserver<ChaincodeMessage> toPeer;

    /** Registers by itself on every new stream, unless the name is empty. */
    public HandMadeChaincode(String registersAs) throws IOException {
        this.registersAs = registersAs;
        this.server =
                InProcessServerBuilder.forName(name).addService(this).build().start();
    }

    public HandMadeChaincode() throws IOException {
        this(PACKAGE_ID);
    }

    public ChaincodeEndpoint endpoint() {
        return new ChaincodeEndpoint.InProcess(name);
    }

    @Override
    public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> responses) {
        streams.incrementAndGet();
        toPeer = responses;
        if (!registersAs.isEmpty()) {
            responses.onNext(message(
                            ChaincodeMessage.Type.REGISTER,
                            ChaincodeID.newBuilder().setName(registersAs).build())
                    .build());
        }
        return new StreamObserver<>() {
            @Override
            public void onNext(ChaincodeMessage message) {
                fromPeer.add(message);
            }

            @Override
            public void onError(Throwable error) {
                ends.add(String.valueOf(error.getMessage()));
            }

            @Override
            public void onCompleted() {
                ends.add("completed");
                responses.onCompleted();
            }
        };
    }

    private static ChaincodeMessage.Builder message(ChaincodeMessage.Type type, MessageLite payload) {
        return ChaincodeMessage.newBuilder().setType(type).setPayload(payload.toByteString());
    }

    /** Streams opened so far. */
    public int streams() {
        return streams.get();
    }

    public ChaincodeMessage take() throws InterruptedException {
        ChaincodeMessage message = fromPeer.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("The peer sent nothing within " + WAIT_SECONDS + " s");
        }
        return message;
    }

    /** The next TRANSACTION, after the handshake if that has not been taken. */
    public ChaincodeMessage takeTransaction() throws InterruptedException {
        ChaincodeMessage message = take();
        while (message.getType() == ChaincodeMessage.Type.REGISTERED
                || message.getType() == ChaincodeMessage.Type.READY) {
            message = take();
        }
        if (message.getType() != ChaincodeMessage.Type.TRANSACTION) {
            throw new AssertionError("Expected TRANSACTION, found " + message);
        }
        return message;
    }

    /** Why the peer ended the stream. */
    public String takeEnd() throws InterruptedException {
        String end = ends.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (end == null) {
            throw new AssertionError("The stream did not end within " + WAIT_SECONDS + " s");
        }
        return end;
    }

    public boolean hasNothingFromPeer() {
        return fromPeer.isEmpty();
    }

    public void send(ChaincodeMessage message) {
        StreamObserver<ChaincodeMessage> stream = toPeer;
        if (stream == null) {
            throw new AssertionError("No stream is open");
        }
        stream.onNext(message);
    }

    /** One request of a transaction and the peer's answer to it. */
    public ChaincodeMessage ask(ChaincodeMessage transaction, ChaincodeMessage.Type type, MessageLite payload)
            throws InterruptedException {
        send(about(transaction, type, payload.toByteString()));
        return take();
    }

    public static ChaincodeMessage about(ChaincodeMessage transaction, ChaincodeMessage.Type type, ByteString payload) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setChannelId(transaction.getChannelId())
                .setTxid(transaction.getTxid())
                .setPayload(payload)
                .build();
    }

    public void complete(ChaincodeMessage transaction, int status, String message, String payload) {
        send(about(transaction, ChaincodeMessage.Type.COMPLETED, response(status, message, payload)));
    }

    public void complete(ChaincodeMessage transaction, int status, String payload, ChaincodeEvent event) {
        send(about(transaction, ChaincodeMessage.Type.COMPLETED, response(status, "", payload)).toBuilder()
                .setChaincodeEvent(event)
                .build());
    }

    private static ByteString response(int status, String message, String payload) {
        return Response.newBuilder()
                .setStatus(status)
                .setMessage(message)
                .setPayload(ByteString.copyFromUtf8(payload))
                .build()
                .toByteString();
    }

    /** Ends the stream as a crashing process does. */
    public void breakStream() {
        StreamObserver<ChaincodeMessage> stream = toPeer;
        if (stream != null) {
            stream.onError(io.grpc.Status.UNAVAILABLE.withDescription("crash").asRuntimeException());
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
