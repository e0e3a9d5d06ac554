package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.security.Call;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The exact bytes that a resident signs. Nothing is written, and nothing of the record is told but its sequence. */
@RestController
@Tag(name = "records")
final class SigningRoutes {
    private final Collections collections;
    private final LedgerFacts facts;
    private final CountySettings county;
    private final CommandSettings settings;

    SigningRoutes(Collections collections, LedgerFacts facts, CountySettings county, CommandSettings settings) {
        this.collections = collections;
        this.facts = facts;
        this.county = county;
        this.settings = settings;
    }

    @Operation(
            operationId = "getSigningRequest",
            summary = "What a resident signs for an action without arguments, or with clear and commitments as JSON")
    @Docs.OneRecord
    @Docs.SigningHeaders
    @GetMapping("/v1/{collection}/{id}/signing-request")
    SigningResource forAction(@ParameterObject SigningParameters parameters, Call call) {
        String action = parameters.actionName();
        Lifecycle table = collections.tableWith(call.path("collection"), action);
        return resource(Target.of(table, call.path("id"), action), parameters.body(), call);
    }

    @Operation(operationId = "makeSigningRequest", summary = "What a resident signs for a command to a record")
    @Docs.OneRecord
    @Docs.SigningHeaders
    @Docs.CommandContent
    @PostMapping(path = "/v1/{collection}/{id}/signing-request", consumes = MediaType.APPLICATION_JSON_VALUE)
    SigningResource forCommand(@RequestBody byte[] body, Call call) {
        Target target =
                new Target(collections.table(call.path("collection")), Optional.of(call.path("id")), Optional.empty());
        return resource(target, body, call);
    }

    @Operation(operationId = "makeCreationSigningRequest", summary = "What a resident signs to create a record")
    @Docs.Collection
    @Docs.SigningHeaders
    @Docs.CommandContent
    @PostMapping(path = "/v1/{collection}/signing-request", consumes = MediaType.APPLICATION_JSON_VALUE)
    SigningResource forCreation(@RequestBody byte[] body, Call call) {
        return resource(Target.creation(collections.table(call.path("collection"))), body, call);
    }

    private SigningResource resource(Target target, byte[] json, Call call) {
        CommandDraft draft = CommandDraft.read(target, json, call.headers()).toBeSigned();
        long seq = draft.expectedSeq().orElseGet(() -> currentSeq(target));
        Instant notAfter = draft.body()
                .notAfter()
                .orElseGet(() -> Instant.now().plus(settings.residentValidity()).truncatedTo(ChronoUnit.SECONDS));
        Command command = draft.toCommand(seq, notAfter);
        return SigningResource.of(command, command.signedBytes(county.channel(), county.chaincode()));
    }

    private long currentSeq(Target target) {
        return target.id()
                .flatMap(id -> facts.header(target.kind(), id))
                .map(Header::seq)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }
}
