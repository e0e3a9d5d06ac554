package org.countyledger.gateway.contents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.records.Collections;
import org.countyledger.gateway.records.Docs;
import org.countyledger.gateway.records.Headers;
import org.countyledger.gateway.records.SignedBody;
import org.countyledger.gateway.records.UnsignedResource;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.HeldKeys;
import org.countyledger.gateway.security.ResidentProof;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Private values of records. What is said here is never kept by anything on the way. */
@RestController
@Tag(name = "records")
final class ContentRoutes {
    private static final String GROUP = "/v1/{collection}/{id}/content/{group}";

    private final Collections collections;
    private final StagingDesk staging;
    private final ReadingDesk reading;
    private final DisclosureDesk disclosing;

    ContentRoutes(Collections collections, StagingDesk staging, ReadingDesk reading, DisclosureDesk disclosing) {
        this.collections = collections;
        this.staging = staging;
        this.reading = reading;
        this.disclosing = disclosing;
    }

    @Operation(
            operationId = "stageContent",
            summary = "Stage a private value, before the command that names its commitment",
            description = "Also before the record exists: its id derives from the creating command's key. The owner's"
                    + " peer alone sees the value. Repeating the same request changes nothing.")
    @GroupPath
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "UUID, or base64url of at least 16 random bytes; an officer's salt derives from it",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StagingBody.class)))
    @ApiResponse(responseCode = "200", description = "The same value was staged before")
    @ApiResponse(
            responseCode = "201",
            description = "Staged and valid",
            content = @Content(schema = @Schema(implementation = StagedResource.class)))
    @PostMapping(path = GROUP, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StagedResource> stage(
            @Parameter(description = "Number of the value within its group; the next one if absent")
                    @RequestParam(name = "n", required = false)
                    @Nullable
                    Long n,
            @org.springframework.web.bind.annotation.RequestBody byte[] body,
            Call call) {
        StagingDesk.Done done = staging.stage(
                call.caller(),
                new StagingDesk.Wish(
                        place(call),
                        Optional.ofNullable(n),
                        StagingBody.read(body),
                        Headers.idempotencyKey(call.headers())));
        return ResponseEntity.status(done.written() ? HttpStatus.CREATED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(done.resource());
    }

    @Operation(
            operationId = "proposeContent",
            summary = "Prepare the staging of a private value for an officer's own key",
            description = "The value is in the proposal that is to be signed, and goes to the owner's peer alone.")
    @GroupPath
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "UUID, or base64url of at least 16 random bytes; an officer's salt derives from it",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StagingBody.class)))
    @PostMapping(path = GROUP + "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    UnsignedResource propose(@org.springframework.web.bind.annotation.RequestBody byte[] body, Call call) {
        return UnsignedResource.of(staging.propose(
                call.caller(),
                new StagingDesk.Wish(
                        place(call),
                        Optional.empty(),
                        StagingBody.read(body),
                        Headers.idempotencyKey(call.headers()))));
    }

    @Operation(operationId = "submitStaging", summary = "Stage a private value that its officer has signed")
    @Docs.SignedContent
    @ApiResponse(
            responseCode = "201",
            description = "Staged and valid",
            content = @Content(schema = @Schema(implementation = StagedResource.class)))
    @PostMapping(path = "/v1/stagings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<StagedResource> stageSigned(
            @org.springframework.web.bind.annotation.RequestBody byte[] body, Call call) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(staging.stage(HeldKeys.requireOwn(call.caller()), SignedBody.read(body)));
    }

    @Operation(
            operationId = "readContent",
            summary = "Read the last private value of a group",
            description =
                    "An officer says for which live record: the read is recorded on the ledger first, denied tries"
                            + " too, and the resident sees it. A resident sends Authorization: RecordKey base64url(JSON of"
                            + " {notAfter, signature: {keyRole, spki, signature}}), signed over county/read/v1 ‖ canonical JSON of"
                            + " {channel, chaincode, kind, id, group, notAfter}.")
    @GroupPath
    @PurposeHeaders
    @ApiResponse(
            responseCode = "200",
            description = "The value",
            content = @Content(schema = @Schema(implementation = ContentResource.class)))
    @GetMapping(GROUP)
    ResponseEntity<ContentResource> read(Call call) {
        ContentResource content = switch (call.caller()) {
            case Caller.Officer officer ->
                reading.read(officer.identity(), place(call), Purpose.of(call.headers(), kind(call)));
            case Caller.Anonymous anonymous -> {
                ResidentProof proof = ResidentProof.of(call.headers());
                yield reading.readOwn(place(call), proof.notAfter(), proof.signature());
            }
        };
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(content);
    }

    @Operation(
            operationId = "discloseContent",
            summary = "Show the last private value of a group to another organisation",
            description =
                    "By an officer of the organisation that holds it. Both organisations endorse, and an access record"
                            + " is written in the same transaction.")
    @GroupPath
    @PurposeHeaders
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "UUID, or base64url of at least 16 random bytes",
            schema = @Schema(type = "string"))
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DisclosureBody.class)))
    @PostMapping(path = GROUP + "/disclosures", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DisclosureResource> disclose(
            @org.springframework.web.bind.annotation.RequestBody byte[] body, Call call) {
        ClientIdentity officer = call.caller() instanceof Caller.Officer known ? known.identity() : nobody();
        DisclosureDesk.Wish wish = new DisclosureDesk.Wish(
                place(call),
                Purpose.of(call.headers(), kind(call)),
                DisclosureBody.read(body).recipient(),
                Headers.idempotencyKey(call.headers()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(disclosing.disclose(officer, wish));
    }

    private static ClientIdentity nobody() {
        throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
    }

    private Kind kind(Call call) {
        return collections.table(call.path("collection")).kind();
    }

    private Place place(Call call) {
        return Place.of(kind(call), call);
    }
}
