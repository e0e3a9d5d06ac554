package org.countyledger.client;

import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * What a gateway peer says when it does not answer. The texts are those of Fabric 3.1.5: internal/pkg/gateway
 * (endorse.go, evaluate.go) and core/chaincode, as measured on a real network.
 *
 * @param code gRPC status code
 * @param description gRPC status description
 * @param details one message for each endorser that failed
 */
record Complaint(Status.Code code, String description, List<String> details) {
    private static final Pattern REFUSAL = Pattern.compile(
            "chaincode response \\d+, (?<code>[A-Z][A-Z0-9_]*)\\|(?<rule>[^|]*)\\|(?<sentence>.*)", Pattern.DOTALL);
    private static final String LATER_ENDORSERS = "failed to collect enough transaction endorsements";
    private static final List<String> CHAINCODE_DOWN =
            List.of("could not launch chaincode", "chaincode stream terminated");
    private static final String STILL_SIMULATING = ") exists";
    private static final Set<String> STALE_CODES =
            Set.of("NOT_STAGED", "UNKNOWN_RECORD", "SEQ_AHEAD", "ACCESS_RECORD_MISSING");

    static Complaint of(GatewayException e) {
        return new Complaint(
                e.getStatus().getCode(),
                Optional.ofNullable(e.getStatus().getDescription()).orElse(""),
                e.getDetails().stream().map(ErrorDetail::getMessage).toList());
    }

    /** Unreachable, or reachable without a running chaincode: the gateway does not turn to another peer by itself. */
    boolean anotherPeerMayHelp() {
        return code == Status.Code.UNAVAILABLE || texts().anyMatch(Complaint::saysChaincodeIsDown);
    }

    /** Whether a peer that has not yet seen the last blocks would say the same (architecture.md, rule 13). */
    boolean mayBeLag() {
        return description.startsWith(LATER_ENDORSERS)
                || texts().anyMatch(text -> text.endsWith(STILL_SIMULATING))
                || refusal("").filter(Complaint::isStale).isPresent();
    }

    /** @throws Stopped if the call was cancelled on our side */
    LedgerFailure failure(String txId, Stage stage) {
        if (code == Status.Code.CANCELLED) {
            throw new Stopped();
        }
        if (code == Status.Code.DEADLINE_EXCEEDED) {
            return new LedgerFailure.Deadline(txId, stage);
        }
        Optional<LedgerFailure.Refused> refused = refusal(txId);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (stage) {
            case EVALUATE -> new LedgerFailure.EvaluateFailed(txId, detail());
            case ENDORSE -> new LedgerFailure.EndorseFailed(txId, detail());
        };
    }

    /** The endorsers' words, or the gateway's own when there are none. */
    String detail() {
        return details.isEmpty() ? code + " " + description : String.join("; ", details);
    }

    private Optional<LedgerFailure.Refused> refusal(String txId) {
        return texts().map(REFUSAL::matcher)
                .filter(Matcher::find)
                .map(found -> new LedgerFailure.Refused(
                        txId, found.group("code"), found.group("rule"), found.group("sentence")))
                .findFirst();
    }

    private Stream<String> texts() {
        return details.isEmpty() ? Stream.of(description) : details.stream();
    }

    private static boolean saysChaincodeIsDown(String text) {
        return CHAINCODE_DOWN.stream().anyMatch(text::contains);
    }

    private static boolean isStale(LedgerFailure.Refused refused) {
        return STALE_CODES.contains(refused.code());
    }
}
