package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.countyledger.gateway.operations.OperationResource;
import org.countyledger.gateway.problem.Problem;

/** What several routes say of themselves in the description of the API. */
public @interface Docs {

    /** The route names a collection. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Parameter(
            name = "collection",
            in = ParameterIn.PATH,
            required = true,
            description = "Path segment of a kind of record, e.g. welfare-applications (also /v1/welfare/applications)",
            schema = @Schema(type = "string"))
    @interface Collection {}

    /** The route names a record. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Collection
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @interface OneRecord {}

    /** The route names an action. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Parameter(
            name = "action",
            in = ParameterIn.PATH,
            required = true,
            description = "An action of the kind's table; its variant stands in clear.variant",
            schema = @Schema(type = "string"))
    @interface Action {}

    /** The route needs the key of a command. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "UUID, or base64url of at least 16 random bytes",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "\"seq-N\", in place of expectedSeq",
            schema = @Schema(type = "string"))
    @interface SigningHeaders {}

    /** The body is a command. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CommandSchema.class)))
    @interface CommandContent {}

    /** The route takes a command. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @SigningHeaders
    @CommandContent
    @Waiting
    @interface CommandRequest {}

    /** The route can wait for the commit. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Parameter(
            name = "Prefer",
            in = ParameterIn.HEADER,
            description = "wait=N: wait up to N seconds (at most 30) for the commit",
            schema = @Schema(type = "string"))
    @interface Waiting {}

    /** The body is what an officer's client sends back. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SignedBody.class)))
    @interface SignedContent {}

    /** The answers to a write. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @ApiResponse(
            responseCode = "200",
            description = "Committed and valid",
            content = @Content(schema = @Schema(implementation = OperationResource.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Committed and valid; the record is at Location",
            content = @Content(schema = @Schema(implementation = OperationResource.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Under way, or not known yet; the operation is at Location",
            content = @Content(schema = @Schema(implementation = OperationResource.class)))
    @ApiResponse(
            responseCode = "default",
            description = "Nothing was written",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @interface WriteAnswers {}
}
