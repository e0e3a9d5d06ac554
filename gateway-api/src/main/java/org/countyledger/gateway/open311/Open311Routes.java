package org.countyledger.gateway.open311;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.OperationState;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Language;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.records.Headers;
import org.countyledger.gateway.security.Bearers;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.HeldKeys;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * GeoReport v2. Whoever reports by himself signs with a key of his own at /v1/grievances; here applications report for
 * others, as officers do at a counter.
 */
@RestController
@Tag(name = "open311", description = "wiki.open311.org/GeoReport_v2")
final class Open311Routes {
    private static final String BASE = "/open311/v2/";
    private static final String END = ".{format:json|xml}";
    private static final Pattern OPERATION = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration FORM_LIMIT = Duration.ofSeconds(30);
    private static final String CHANGED = "2026-11-26T00:00:00+08:00";

    private final Requests requests;
    private final Reports reports;
    private final Bearers bearers;
    private final LedgerClient client;

    Open311Routes(Requests requests, Reports reports, Bearers bearers, LedgerClient client) {
        this.requests = requests;
        this.reports = reports;
        this.bearers = bearers;
        this.client = client;
    }

    @Operation(operationId = "discoverOpen311", summary = "Where this service is, and its formats")
    @Answer
    @GetMapping(BASE + "discovery" + END)
    ResponseEntity<byte[]> discovery(@PathVariable String format) {
        return discovery().answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(operationId = "discoverOpen311WellKnown", summary = "The same as JSON")
    @Answer
    @GetMapping("/.well-known/open311")
    ResponseEntity<byte[]> wellKnown() {
        return discovery().answer(Format.JSON, HttpStatus.OK);
    }

    private static Document discovery() {
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", BASE.substring(0, BASE.length() - 1));
        endpoint.put("changeset", CHANGED);
        endpoint.put("type", "production");
        endpoint.put("formats", List.of("application/json", "text/xml"));
        Map<String, Object> discovery = new LinkedHashMap<>();
        discovery.put("changeset", CHANGED);
        discovery.put("contact", "/");
        discovery.put("key_service", "an officer's bearer token, for POST requests only");
        discovery.put("endpoints", List.of(endpoint));
        return new Document("discovery", "endpoint", discovery);
    }

    @Operation(operationId = "listOpen311Services", summary = "Public kinds of grievances")
    @Answer
    @GetMapping(BASE + "services" + END)
    ResponseEntity<byte[]> services(@PathVariable String format, ServerHttpRequest request) {
        return Document.list("services", "service", Services.list(language(request)))
                .answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(operationId = "getOpen311Service", summary = "What a kind asks for beside the usual")
    @Answer
    @GetMapping(BASE + "services/{code}" + END)
    ResponseEntity<byte[]> service(@PathVariable String code, @PathVariable String format) {
        if (!Services.isPublic(code)) {
            throw new Open311Exception(HttpStatus.NOT_FOUND, "service_code was not found");
        }
        return new Document("service_definition", "attribute", Services.definition(code))
                .answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(
            operationId = "listOpen311Requests",
            summary = "Requests, newest first, at most 1000; without dates those of the last 90 days")
    @Parameter(name = "service_request_id", description = "Between commas", schema = @Schema(type = "string"))
    @Parameter(name = "service_code", description = "Between commas", schema = @Schema(type = "string"))
    @Parameter(name = "start_date", schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "end_date", schema = @Schema(type = "string", format = "date-time"))
    @Parameter(name = "status", description = "open, closed, or both between commas", schema = @Schema(type = "string"))
    @Answer
    @GetMapping(BASE + "requests" + END)
    ResponseEntity<byte[]> requests(@PathVariable String format, ServerHttpRequest request) {
        RequestQuery query = RequestQuery.of(request.getQueryParams());
        return Document.list("service_requests", "request", requests.find(query, language(request)))
                .answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(operationId = "getOpen311Request", summary = "One request, in a list")
    @Answer
    @GetMapping(BASE + "requests/{id}" + END)
    ResponseEntity<byte[]> request(@PathVariable String id, @PathVariable String format, ServerHttpRequest request) {
        List<Map<String, Object>> found = requests.find(RequestQuery.byId(id), language(request));
        if (found.isEmpty()) {
            throw new Open311Exception(HttpStatus.NOT_FOUND, "service_request_id was not found");
        }
        return Document.list("service_requests", "request", found).answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(
            operationId = "getOpen311Token",
            summary = "The request that an operation's id leads to, once it is committed")
    @Answer
    @GetMapping(BASE + "tokens/{token}" + END)
    ResponseEntity<byte[]> token(@PathVariable String token, @PathVariable String format) {
        if (!OPERATION.matcher(token).matches()) {
            throw new Open311Exception(HttpStatus.NOT_FOUND, "token was not found");
        }
        var operation = client.operation(UUID.fromString(token))
                .filter(found -> found.submission().target().kind().equals(Kind.GRIEVANCE.wireName()))
                .orElseThrow(() -> new Open311Exception(HttpStatus.NOT_FOUND, "token was not found"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("token", token);
        if (operation.state() == OperationState.VALID) {
            answer.put("service_request_id", operation.submission().target().id());
        }
        return Document.list("service_requests", "request", List.of(answer)).answer(Format.of(format), HttpStatus.OK);
    }

    @Operation(
            operationId = "createOpen311Request",
            summary = "Report for somebody, as a grid worker or petition registrar",
            description = "The token leads to the request once it is committed. Names and contacts make the report"
                    + " CONFIDENTIAL: only the registrar reads them. Text, place and names are private values. With an"
                    + " Idempotency-Key the same report again is the same request.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, schema = @Schema(type = "string"))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                            schema = @Schema(implementation = ReportSchema.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Under way",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "array")),
                @Content(mediaType = "text/xml", schema = @Schema(type = "string"))
            })
    @PostMapping(path = BASE + "requests" + END, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> create(
            @PathVariable String format, @Parameter(hidden = true) ServerWebExchange exchange, Call call) {
        MultiValueMap<String, String> form =
                Objects.requireNonNull(exchange.getFormData().block(FORM_LIMIT));
        Report report = Report.of(form);
        ClientIdentity officer = HeldKeys.require(officer(call, form).identity());
        IdempotencyKey key = call.headers().containsHeader(Headers.IDEMPOTENCY_KEY)
                ? Headers.idempotencyKey(call.headers())
                : reports.newKey();
        var operation = reports.register(officer, report, key);
        Map<String, Object> token = Map.of("token", operation.id().toString());
        return Document.list("service_requests", "request", List.of(token))
                .answer(Format.of(format), HttpStatus.CREATED);
    }

    private Caller.Officer officer(Call call, MultiValueMap<String, String> form) {
        if (call.caller() instanceof Caller.Officer officer) {
            return officer;
        }
        return Optional.ofNullable(form.getFirst("api_key"))
                .map(bearers::officer)
                .orElseThrow(() -> new Open311Exception(HttpStatus.FORBIDDEN, "api_key was not provided"));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(ProblemException e, ServerHttpRequest request) {
        HttpStatus status = e.finding().code().status();
        Text sentence = e.finding().detail().orElse(e.finding().code().title());
        boolean isKey = status == HttpStatus.UNAUTHORIZED;
        return new Open311Exception(isKey ? HttpStatus.FORBIDDEN : status, sentence.in(language(request)))
                .document()
                .answer(formatOf(request), isKey ? HttpStatus.FORBIDDEN : status);
    }

    private static Language language(ServerHttpRequest request) {
        return Language.of(request.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Open311Exception e, ServerHttpRequest request) {
        return e.document().answer(formatOf(request), e.status());
    }

    private static Format formatOf(ServerHttpRequest request) {
        return Format.of(request.getPath().value().endsWith(".xml") ? "xml" : "json");
    }

    /** Both forms, and refusals in the same. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                @Content(mediaType = "text/xml", schema = @Schema(type = "string"))
            })
    @interface Answer {}
}
