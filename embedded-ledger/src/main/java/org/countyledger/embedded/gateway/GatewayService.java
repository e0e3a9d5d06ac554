package org.countyledger.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** {@code gateway.Gateway} of one organisation's peer. Its calls run on threads that may block. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private static final System.Logger LOGGER = System.getLogger(GatewayService.class.getName());

    private final GatewayContext context;
    private final Endorsing endorsing;
    private final Evaluation evaluation;
    private final Submission submission;
    private final StatusRequests statusRequests;

    public GatewayService(GatewayContext context, String mspId) {
        this.context = context;
        this.endorsing = new Endorsing(context, mspId);
        this.evaluation = new Evaluation(context, mspId);
        this.submission = new Submission(context);
        this.statusRequests = new StatusRequests(context);
    }

    private static void guarded(StreamObserver<?> responses, Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException e) {
            responses.onError(e);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "A gateway call failed unexpectedly", e);
            responses.onError(Status.INTERNAL
                    .withDescription("unexpected failure: " + e.getMessage())
                    .withCause(e)
                    .asRuntimeException());
        }
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> responses) {
        guarded(responses, () -> {
            ProposalParts proposal = ProposalParts.toEvaluate(request.getProposedTransaction());
            EvaluateResponse response = EvaluateResponse.newBuilder()
                    .setResult(evaluation.run(proposal, request.getTargetOrganizationsList()))
                    .build();
            responses.onNext(response);
            responses.onCompleted();
        });
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> responses) {
        guarded(responses, () -> {
            ProposalParts proposal = ProposalParts.toEndorse(request.getProposedTransaction());
            List<String> organizations = request.getEndorsingOrganizationsList();
            Endorsing.Endorsed endorsed = organizations.isEmpty()
                    ? endorsing.byPolicy(proposal)
                    : endorsing.byOrganizations(proposal, organizations);
            Envelope prepared =
                    prepare(proposal, endorsed.plan().payload(), endorsed.plan().endorsements(endorsed.layout()));
            responses.onNext(EndorseResponse.newBuilder()
                    .setPreparedTransaction(prepared)
                    .build());
            responses.onCompleted();
        });
    }

    private static Envelope prepare(ProposalParts proposal, ByteString payload, List<Endorsement> endorsements) {
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal.payloadWithoutTransientData())
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(payload)
                        .addAllEndorsements(endorsements))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(action.toByteString()))
                .build();
        return Envelope.newBuilder()
                .setPayload(Payload.newBuilder()
                        .setHeader(proposal.header())
                        .setData(transaction.toByteString())
                        .build()
                        .toByteString())
                .build();
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> responses) {
        guarded(responses, () -> {
            submission.run(request);
            responses.onNext(SubmitResponse.getDefaultInstance());
            responses.onCompleted();
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> responses) {
        guarded(responses, () -> statusRequests.run(request, responses));
    }

    @Override
    public void chaincodeEvents(
            SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> responses) {
        guarded(responses, () -> {
            if (!(responses instanceof ServerCallStreamObserver<ChaincodeEventsResponse> call)) {
                throw RpcErrors.of(Code.INTERNAL, "chaincode events need a server call");
            }
            EventStream.open(context, request, call);
        });
    }
}
