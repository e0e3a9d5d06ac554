package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.countyledger.embedded.simulation.SimulationException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.jspecify.annotations.Nullable;

/**
 * One {@code protos.Chaincode/Connect} stream, the peer's side: created, established on REGISTER, then ready. Requests of
 * different transactions interleave; within one they follow each other.
 */
final class ChaincodeStream implements ClientResponseObserver<ChaincodeMessage, ChaincodeMessage> {
    static final String TERMINATED = "chaincode stream terminated";
    private static final System.Logger LOGGER = System.getLogger(ChaincodeStream.class.getName());

    /** Requests that may take long or wait for another chaincode; they leave the stream's thread. */
    private static final Set<ChaincodeMessage.Type> LONG = Set.of(
            ChaincodeMessage.Type.GET_STATE_BY_RANGE,
            ChaincodeMessage.Type.QUERY_STATE_NEXT,
            ChaincodeMessage.Type.GET_HISTORY_FOR_KEY,
            ChaincodeMessage.Type.INVOKE_CHAINCODE);

    private final String packageId;
    private final LedgerRequests requests;
    private final ChaincodeCalls calls;
    private final Executor executor;
    private final Map<String, TransactionContext> running = new ConcurrentHashMap<>();
    private final CompletableFuture<ChaincodeStream> ready = new CompletableFuture<>();
    private final Object sending = new Object();
    private volatile boolean ended;
    private @Nullable ClientCallStreamObserver<ChaincodeMessage> toChaincode;

    ChaincodeStream(String packageId, LedgerRequests requests, ChaincodeCalls calls, Executor executor) {
        this.packageId = packageId;
        this.requests = requests;
        this.calls = calls;
        this.executor = executor;
    }

    /** In-process, REGISTER can arrive before {@code connect()} has returned, so the sending side is taken here. */
    @Override
    public void beforeStart(ClientCallStreamObserver<ChaincodeMessage> stream) {
        toChaincode = stream;
    }

    /** Completes when the chaincode has registered, or exceptionally when the stream ends before. */
    CompletableFuture<ChaincodeStream> ready() {
        return ready;
    }

    boolean isEnded() {
        return ended;
    }

    /** Sends the transaction; its context's answer is completed later. */
    void execute(TransactionContext context, ChaincodeInput input) throws ChaincodeFailure {
        if (running.putIfAbsent(context.key(), context) != null) {
            throw new ChaincodeFailure(
                    "error sending: txid: " + context.transactionId() + "(" + context.channel() + ") exists");
        }
        if (ended) {
            finish(context);
            throw new ChaincodeFailure("error sending: " + TERMINATED);
        }
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.TRANSACTION)
                .setChannelId(context.channel())
                .setTxid(context.transactionId())
                .setPayload(input.toByteString())
                .setProposal(context.proposal())
                .build());
    }

    /** Forgets a transaction; what the chaincode still sends for it is answered by an error. */
    void finish(TransactionContext context) {
        running.remove(context.key(), context);
    }

    @SuppressWarnings("NullAway") // set in beforeStart, before any message can come or go
    private void send(ChaincodeMessage message) {
        synchronized (sending) {
            if (!ended) {
                toChaincode.onNext(message);
            }
        }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        if (message.getType() == ChaincodeMessage.Type.KEEPALIVE) {
            return;
        }
        if (!ready.isDone()) {
            register(message);
            return;
        }
        switch (message.getType()) {
            case COMPLETED, ERROR -> complete(message);
            case REGISTER, REGISTERED, INIT, READY, TRANSACTION, RESPONSE, UNDEFINED, UNRECOGNIZED, KEEPALIVE ->
                end("the chaincode sent " + message.getType() + ", which no peer takes in state ready");
            default -> request(message);
        }
    }

    private void register(ChaincodeMessage message) {
        String registered;
        try {
            registered = ChaincodeID.parseFrom(message.getPayload()).getName();
        } catch (InvalidProtocolBufferException e) {
            registered = "";
        }
        if (message.getType() != ChaincodeMessage.Type.REGISTER || !registered.equals(packageId)) {
            end("the chaincode sent " + message.getType() + " as '" + registered + "', expected REGISTER as '"
                    + packageId + "'");
            return;
        }
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.REGISTERED)
                .build());
        send(ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.READY)
                .setPayload(ChaincodeAdditionalParams.getDefaultInstance().toByteString())
                .build());
        ready.complete(this);
    }

    private void complete(ChaincodeMessage message) {
        TransactionContext context = running.remove(key(message));
        if (context == null) {
            LOGGER.log(
                    System.Logger.Level.DEBUG,
                    "A chaincode finished transaction {0}, for which nobody waits",
                    message.getTxid());
            return;
        }
        context.answer().complete(message);
    }

    /** Takes a request unless the transaction's last one is unanswered: then it is dropped, as a peer does. */
    private void request(ChaincodeMessage request) {
        Optional<TransactionContext> context = Optional.ofNullable(running.get(key(request)));
        if (context.isPresent() && !context.get().beginRequest()) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "Another request of transaction {0} is pending; {1} is dropped",
                    request.getTxid(),
                    request.getType());
        } else if (LONG.contains(request.getType())) {
            executor.execute(() -> answer(context, request));
        } else {
            answer(context, request);
        }
    }

    private static String key(ChaincodeMessage message) {
        return TransactionContext.key(message.getChannelId(), message.getTxid());
    }

    private void answer(Optional<TransactionContext> context, ChaincodeMessage request) {
        ChaincodeMessage.Builder answer = ChaincodeMessage.newBuilder()
                .setChannelId(request.getChannelId())
                .setTxid(request.getTxid());
        try {
            answer.setType(ChaincodeMessage.Type.RESPONSE).setPayload(payload(context, request));
        } catch (SimulationException | InvalidProtocolBufferException | RuntimeException e) {
            String text = request.getType() + " failed: transaction ID: " + request.getTxid() + ": " + e.getMessage();
            answer.setType(ChaincodeMessage.Type.ERROR).setPayload(ByteString.copyFromUtf8(text));
        }
        context.ifPresent(TransactionContext::endRequest);
        send(answer.build());
    }

    private ByteString payload(Optional<TransactionContext> context, ChaincodeMessage request)
            throws SimulationException, InvalidProtocolBufferException {
        boolean isCall = request.getType() == ChaincodeMessage.Type.INVOKE_CHAINCODE;
        if (context.isEmpty()) {
            throw new SimulationException(isCall ? "could not get valid transaction" : "no ledger context");
        }
        return isCall
                ? calls.call(context.get(), ChaincodeSpec.parseFrom(request.getPayload()))
                : requests.answer(context.get(), request);
    }

    @Override
    public void onError(Throwable error) {
        String cause = error.getCause() == null ? "" : ": " + error.getCause().getMessage();
        end(error.getMessage() + cause);
    }

    @Override
    public void onCompleted() {
        end("the chaincode closed the stream");
    }

    /** Ends the stream because something is wrong. */
    void end(String reason) {
        end(reason, stream -> stream.cancel(reason, null));
    }

    /** Ends the stream in order, as a peer that stops does. */
    void close() {
        end("the ledger is closing", ClientCallStreamObserver::onCompleted);
    }

    private void end(String reason, Consumer<ClientCallStreamObserver<ChaincodeMessage>> ending) {
        ClientCallStreamObserver<ChaincodeMessage> stream;
        synchronized (sending) {
            if (ended) {
                return;
            }
            ended = true;
            stream = toChaincode;
        }
        if (stream != null) {
            ending.accept(stream);
        }
        ready.completeExceptionally(new ChaincodeFailure(reason));
        for (TransactionContext context : running.values()) {
            context.answer().completeExceptionally(new ChaincodeFailure("error sending: " + TERMINATED));
        }
        running.clear();
    }
}
