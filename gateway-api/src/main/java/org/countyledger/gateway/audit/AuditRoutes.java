package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
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
    private final Replays replays;
    private final Roster roster;

    AuditRoutes(AuditDesk desk, Collections collections, Validations validations, Replays replays, Roster roster) {
        this.desk = desk;
        this.collections = collections;
        this.validations = validations;
        this.replays = replays;
        this.roster = roster;
    }

    @Operation(operationId = "getBlock", summary = "A block, decoded, as a peer stores it")
    @Parameter(
            name = "number",
            in = ParameterIn.PATH,
            required = true,
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @GetMapping("/v1/ledger/blocks/{number}")
    BlockResource block(Call call) {
        String subject = asker(call);
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
        String subject = asker(call);
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
        ValidationResource started = validations.start(asker(call));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/validations/" + started.id()))
                .body(started);
    }

    @Operation(
            operationId = "startReplay",
            summary = "Make every recorded decision again",
            description =
                    "From the blocks alone: state before, command, certificate, time. The answer is at Location and"
                            + " names the first decision that comes out otherwise, if there is one. One at a time.")
    @ApiResponse(responseCode = "202", description = "Under way, or begun by somebody else just now")
    @PostMapping("/v1/audit/replays")
    ResponseEntity<ReplayResource> replayAll(Call call) {
        return replay(call, Optional.empty());
    }

    @Operation(operationId = "startRecordReplay", summary = "Make the recorded decisions about a record again")
    @Parameter(name = "collection", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "202", description = "Under way, or begun by somebody else just now")
    @PostMapping("/v1/audit/replays/{collection}/{id}")
    ResponseEntity<ReplayResource> replayOne(Call call) {
        Auditors.require(call);
        Kind kind = collections.table(call.path("collection")).kind();
        return replay(call, Optional.of(desk.existing(kind, call.path("id"))));
    }

    private ResponseEntity<ReplayResource> replay(Call call, Optional<RecordRef> record) {
        ReplayResource started = replays.start(asker(call), record);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/replays/" + started.id()))
                .body(started);
    }

    @Operation(operationId = "getReplay", summary = "What came of a replay")
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/audit/replays/{id}")
    ReplayResource replay(Call call) {
        Auditors.require(call);
        return replays.find(UUID.fromString(wellFormed(ID, call.path("id"))))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
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

    private String asker(Call call) {
        return roster.voice(Auditors.require(call)).subject();
    }

    private static String wellFormed(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return text;
    }
}
