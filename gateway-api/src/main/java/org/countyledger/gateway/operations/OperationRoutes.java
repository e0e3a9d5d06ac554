package org.countyledger.gateway.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countyledger.client.LedgerClient;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What became of a write. Who knows the random id of an operation may ask; it says nothing about persons. */
@RestController
@Tag(name = "operations")
final class OperationRoutes {
    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern OPERATION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final LedgerClient client;
    private final Operations operations;

    OperationRoutes(LedgerClient client, Operations operations) {
        this.client = client;
        this.operations = operations;
    }

    @Operation(
            operationId = "getOperation",
            summary = "An operation by its id, or by the id of any transaction that was tried for it",
            description = "With Prefer: wait=N the answer waits up to N seconds for the outcome.")
    @GetMapping("/v1/operations/{opId}")
    ResponseEntity<OperationResource> get(@PathVariable String opId, ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return find(opId, Preference.of(headers))
                .map(found -> ResponseEntity.ok(operations.resource(found, Language.of(headers))))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    private Optional<org.countyledger.client.operation.Operation> find(String id, Preference preference) {
        if (TRANSACTION.matcher(id).matches()) {
            return client.operationOf(id);
        }
        return OPERATION.matcher(id).matches()
                ? client.await(UUID.fromString(id), preference.limit())
                : Optional.empty();
    }
}
