package org.countyledger.client;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * The gateway and event services of one peer, in this process, saying what a test tells them to say. What they say by
 * themselves and every error text is Fabric's (fabric-live 3.3, 3.4; embedded-ledger 4.7).
 */
final class FakePeer extends GatewayGrpc.GatewayImplBase implements AutoCloseable {
    static final String CHANNEL = "county";
    static final String CHAINCODE = "county";
    static final String ACCEPTED = "{\"outcome\":\"ACCEPTED\"}";

    /** What the contract answers to a proposal, or what the peer says instead. */
    interface Endorsing {
        String answer(String txId);
    }

    /** What becomes of an envelope. */
    interface Submitting {
        void take(Envelope envelope);
    }

    /** What the contract answers to a query. */
    interface Evaluating {
        String answer(List<String> arguments);
    }

    private final FakeLedger ledger;
    private final String name = "peer-" + UUID.randomUUID();
    private final FakeDeliver deliver;
    private final Queue<Endorsing> endorsements = new ConcurrentLinkedQueue<>();
    private final Queue<Submitting> submissions = new ConcurrentLinkedQueue<>();
    private final Queue<Evaluating> evaluations = new ConcurrentLinkedQueue<>();
    private final List<String> endorsed = new ArrayList<>();
    private final List<Envelope> submitted = new ArrayList<>();
    private Server server;
    private volatile Endorsing endorsing = txId -> ACCEPTED;
    private volatile Submitting submitting;

    FakePeer(FakeLedger ledger) {
        this.ledger = ledger;
        this.deliver = new FakeDeliver(ledger);
        this.submitting = ledger::order;
        this.server = listen();
    }

    private Server listen() {
        try {
            return InProcessServerBuilder.forName(name)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .addService(this)
                    .addService(deliver)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Peer peer() {
        return peer(TestIdentities.MSP);
    }

    Peer peer(String organization) {
        ManagedChannel channel = InProcessChannelBuilder.forName(name).build();
        return Peer.over(name, organization, channel);
    }

    FakeDeliver deliver() {
        return deliver;
    }

    void stop() {
        deliver.breakStreams();
        server.shutdownNow();
    }

    void startAgain() {
        server = listen();
    }

    /** The next endorsement is answered so; later ones again as usual. */
    final FakePeer endorsesOnce(Endorsing... answers) {
        endorsements.addAll(List.of(answers));
        return this;
    }

    FakePeer alwaysEndorses(Endorsing answer) {
        endorsing = answer;
        return this;
    }

    final FakePeer submitsOnce(Submitting... answers) {
        submissions.addAll(List.of(answers));
        return this;
    }

    FakePeer alwaysSubmits(Submitting answer) {
        submitting = answer;
        return this;
    }

    FakePeer evaluatesOnce(Evaluating answer) {
        evaluations.add(answer);
        return this;
    }

    /** Transaction ids that it was asked to endorse, in order. */
    synchronized List<String> endorsed() {
        return List.copyOf(endorsed);
    }

    /** Envelopes that it was asked to submit, in order. */
    synchronized List<Envelope> submitted() {
        return List.copyOf(submitted);
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
        synchronized (this) {
            endorsed.add(request.getTransactionId());
        }
        Endorsing script = endorsements.poll();
        answer(
                observer,
                () -> FakeEnvelope.endorsed(
                        request, (script == null ? endorsing : script).answer(request.getTransactionId())));
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
        Envelope envelope = request.getPreparedTransaction();
        synchronized (this) {
            submitted.add(envelope);
        }
        Submitting script = submissions.poll();
        answer(observer, () -> {
            (script == null ? submitting : script).take(envelope);
            return SubmitResponse.getDefaultInstance();
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> observer) {
        answer(observer, () -> {
            String txId = CommitStatusRequest.parseFrom(request.getRequest()).getTransactionId();
            while (ledger.verdict(txId).isEmpty()) {
                if (io.grpc.Context.current().isCancelled()) {
                    throw io.grpc.Status.CANCELLED.asRuntimeException();
                }
                ledger.awaitChange();
            }
            return CommitStatusResponse.newBuilder()
                    .setResultValue(ledger.verdict(txId).orElseThrow().code())
                    .setBlockNumber(ledger.verdict(txId).orElseThrow().block())
                    .build();
        });
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
        answer(observer, () -> {
            List<String> arguments = arguments(request);
            return EvaluateResponse.newBuilder()
                    .setResult(Response.newBuilder().setStatus(200).setPayload(evaluated(arguments)))
                    .build();
        });
    }

    private ByteString evaluated(List<String> arguments) {
        return switch (arguments.getFirst()) {
            case "GetChainInfo" ->
                BlockchainInfo.newBuilder().setHeight(ledger.height()).build().toByteString();
            case "GetTransactionByID" -> processed(arguments.getLast());
            default -> {
                Evaluating script = evaluations.poll();
                yield ByteString.copyFromUtf8(script == null ? "{}" : script.answer(arguments));
            }
        };
    }

    private ByteString processed(String txId) {
        Envelope envelope = ledger.envelope(txId)
                .orElseThrow(() -> error(
                        Code.UNKNOWN,
                        "evaluate call to endorser returned error: chaincode response 500, Failed to get transaction with id "
                                + txId + ", error no such transaction ID [" + txId + "] in index"));
        return ProcessedTransaction.newBuilder()
                .setTransactionEnvelope(envelope)
                .setValidationCode(ledger.verdict(txId).orElseThrow().code())
                .build()
                .toByteString();
    }

    private static List<String> arguments(EvaluateRequest request) throws InvalidProtocolBufferException {
        Proposal proposal = Proposal.parseFrom(request.getProposedTransaction().getProposalBytes());
        ByteString input =
                ChaincodeProposalPayload.parseFrom(proposal.getPayload()).getInput();
        return ChaincodeInvocationSpec.parseFrom(input).getChaincodeSpec().getInput().getArgsList().stream()
                .map(ByteString::toStringUtf8)
                .toList();
    }

    private interface Reply<T> {
        T get() throws InvalidProtocolBufferException, InterruptedException;
    }

    private static <T> void answer(StreamObserver<T> observer, Reply<T> reply) {
        try {
            observer.onNext(reply.get());
            observer.onCompleted();
        } catch (StatusRuntimeException e) {
            observer.onError(e);
        } catch (InvalidProtocolBufferException | InterruptedException e) {
            observer.onError(io.grpc.Status.INTERNAL.withCause(e).asRuntimeException());
        }
    }

    /** An error as a gateway peer sends it, with one detail for each endorser or orderer. */
    static StatusRuntimeException error(Code code, String message, String... details) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        Stream.of(details)
                .map(detail -> ErrorDetail.newBuilder()
                        .setAddress("peer:7051")
                        .setMspId(TestIdentities.MSP)
                        .setMessage(detail)
                        .build())
                .forEach(detail -> status.addDetails(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(status.build());
    }

    static StatusRuntimeException firstEndorserSays(String detail) {
        return error(Code.ABORTED, "failed to endorse transaction, see attached details for more info", detail);
    }

    static StatusRuntimeException laterEndorserSays(String detail) {
        return error(
                Code.ABORTED,
                "failed to collect enough transaction endorsements, see attached details for more info",
                detail);
    }

    static StatusRuntimeException orderersSay(String detail) {
        return error(
                Code.UNAVAILABLE,
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=" + detail);
    }

    static String txId(Envelope envelope) {
        try {
            Header header = Payload.parseFrom(envelope.getPayload()).getHeader();
            return ChannelHeader.parseFrom(header.getChannelHeader()).getTxId();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
