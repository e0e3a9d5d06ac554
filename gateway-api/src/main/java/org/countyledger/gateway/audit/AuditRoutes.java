package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.records.Collections;
import org.countyledger.gateway.security.Call;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What auditors ask of the ledger itself. Their role stands in their certificate. */
@RestController
@Tag(name = "audit")
final class AuditRoutes {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final AuditDesk desk;
    private final Collections collections;
    private final Validations validations;

    AuditRoutes(AuditDesk desk, Collections collections, Validations validations) {
        this.desk = desk;
        this.collections = collections;
        this.validations = validations;
    }

    @Operation(operationId = "getBlock", summary = "A block, decoded, as a peer stores it")
    @Parameter(
            name = "number",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @GetMapping("/v1/ledger/blocks/{number}")
    BlockResource block(Call call) {
        String subject = Auditors.require(call).subject();
        return desk.block(subject, Long.parseLong(wellFormed(NUMBER, call.path("number"))));
    }

    @Operation(operationId = "getTransaction", summary = "A transaction, decoded, valid or not")
    @Parameter(
            name = "txId",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(type = "string", pattern = "[0-9a-f]{64}"))
    @GetMapping("/v1/ledger/transactions/{txId}")
    TransactionResource transaction(Call call) {
        String subject = Auditors.require(call).subject();
        return desk.transaction(subject, wellFormed(TRANSACTION, call.path("txId")));
    }

    @Operation(operationId = "getHistory", summary = "Every event of a record, and whether their digests hold together")
    @Parameter(name = "collection", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/ledger/history/{collection}/{id}")
    HistoryResource history(Call call) {
        Auditors.require(call);
        return desk.history(collections.table(call.path("collection")).kind(), call.path("id"));
    }

    @Operation(
            operationId = "exportRecord",
            summary = "A record as a package that can be checked alone",
            description =
                    "Three organisations sign the transaction that wrote the header; digests hold the rest together.")
    @Parameter(name = "collection", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/audit/exports/{collection}/{id}")
    ResponseEntity<RecordPackage> export(Call call) {
        Auditors.require(call);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.export(collections.table(call.path("collection")).kind(), call.path("id")));
    }

    @Operation(
            operationId = "startValidation",
            summary = "Validate the whole chain again, by Fabric's rules",
            description =
                    "Every hash, signature, policy and read is checked, and the outcome compared with every peer's"
                            + " COMMIT_HASH. One at a time; the answer is at Location.")
    @ApiResponse(responseCode = "202", description = "Under way, or begun by somebody else just now")
    @PostMapping("/v1/audit/validations")
    ResponseEntity<ValidationResource> validate(Call call) {
        ValidationResource started = validations.start(Auditors.require(call).subject());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/validations/" + started.id()))
                .body(started);
    }

    @Operation(operationId = "getValidation", summary = "What came of a validation")
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/audit/validations/{id}")
    ValidationResource validation(Call call) {
        Auditors.require(call);
        return validations
                .find(UUID.fromString(wellFormed(ID, call.path("id"))))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    private static String wellFormed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return text;
    }
}
