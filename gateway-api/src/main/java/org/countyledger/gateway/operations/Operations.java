package org.countyledger.gateway.operations;

import java.util.Optional;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.operations.OperationResource.AttemptResource;
import org.countyledger.gateway.operations.OperationResource.CommitStatus;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.Problem;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemResponses;
import org.countyledger.gateway.projection.Position;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers about operations. */
@Component
public final class Operations {
    private static final String PATH = "/v1/operations/";
    private static final String POLL_SECONDS = "1";

    private final Failures failures;
    private final Position position;

    Operations(Failures failures, Position position) {
        this.failures = failures;
        this.position = position;
    }

    public static String path(Operation operation) {
        return PATH + operation.id();
    }

    /** The answer to the write that the operation carries out. Success is only said of what is VALID and can be read. */
    public ResponseEntity<?> toWrite(Operation operation, HttpHeaders request) {
        return switch (operation.state()) {
            case PENDING, UNKNOWN ->
                ResponseEntity.accepted()
                        .header(HttpHeaders.LOCATION, path(operation))
                        .header(HttpHeaders.RETRY_AFTER, POLL_SECONDS)
                        .body(resource(operation, Language.of(request)));
            case VALID -> written(operation, request);
            case INVALID, REFUSED ->
                ProblemResponses.of(
                        failures.of(operation).orElseGet(() -> Finding.of(ProblemCode.INTERNAL_ERROR)),
                        path(operation),
                        request);
        };
    }

    private ResponseEntity<OperationResource> written(Operation operation, HttpHeaders request) {
        position.awaitReadable(operation);
        OperationResource resource = resource(operation, Language.of(request));
        boolean creates = operation.submission().creates();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(creates ? HttpStatus.CREATED : HttpStatus.OK);
        resource.seq().ifPresent(seq -> answer.header(HttpHeaders.ETAG, "\"seq-" + seq + "\""));
        if (creates) {
            answer.header(HttpHeaders.LOCATION, "/v1/" + resource.collection() + "/" + resource.recordId());
        }
        return answer.body(resource);
    }

    OperationResource resource(Operation operation, Language language) {
        Optional<Problem> problem =
                failures.of(operation).map(finding -> Problem.of(finding, path(operation), language));
        return new OperationResource(
                operation.id(),
                Kind.ofWireName(operation.submission().target().kind()).collection(),
                operation.submission().target().id(),
                seq(operation),
                status(operation.state()),
                operation.attempts().stream().map(AttemptResource::of).toList(),
                operation.receiptTxId(),
                problem,
                operation.createdAt());
    }

    private static Optional<Long> seq(Operation operation) {
        return operation
                .answer()
                .map(answer -> CanonicalJson.read(answer, Answer.class))
                .flatMap(Answer::record)
                .map(Answer.Moved::seq);
    }

    private static CommitStatus status(OperationState state) {
        return switch (state) {
            case PENDING -> CommitStatus.PENDING;
            case VALID -> CommitStatus.VALID;
            case UNKNOWN -> CommitStatus.UNKNOWN;
            case INVALID, REFUSED -> CommitStatus.INVALID;
        };
    }
}
