package org.countyledger.gateway.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.countyledger.client.IdentityEntry;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.stream.EventHub;
import org.countyledger.gateway.stream.Topics;
import org.countyledger.gateway.webhook.Webhook.Owner;
import org.countyledger.gateway.webhook.Webhook.Progress;
import org.countyledger.gateway.webhook.WebhookResource.WebhookList;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of the caller's department; those of others do not exist for it. */
@RestController
@Tag(name = "webhooks")
final class WebhookRoutes {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final WebhookStore store;
    private final WebhookSettings settings;
    private final DeliverySigner signer;
    private final EventHub hub;

    WebhookRoutes(WebhookStore store, WebhookSettings settings, DeliverySigner signer, EventHub hub) {
        this.store = store;
        this.settings = settings;
        this.signer = signer;
        this.hub = hub;
    }

    @Operation(
            operationId = "createWebhook",
            summary = "Have a department's system told of events",
            description =
                    "Each event is posted as a WebhookDelivery, in the ledger's order, again and again until it is"
                            + " answered by 2xx. County-Signature is a JWS (ES256) whose payload is the body; its key is"
                            + " in /.well-known/jwks.json.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookBody.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = WebhookResource.class)))
    @PostMapping(path = "/v1/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WebhookResource> create(
            @org.springframework.web.bind.annotation.RequestBody byte[] body, Call call) {
        Owner owner = owner(call);
        WebhookBody wish = WebhookBody.read(body).checked();
        Topics.of(call.caller(), wish.topics());
        Webhook webhook = new Webhook(
                UUID.randomUUID(),
                owner,
                wish.target(settings),
                wish.topics(),
                wish.town(),
                Progress.begin(wish.position().orElseGet(hub::tip)),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        if (!signer.canSignFor(owner.mspId())) {
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        }
        if (!store.add(webhook, settings.mostOfDepartment())) {
            throw new ProblemException(ProblemCode.RATE_LIMITED);
        }
        return ResponseEntity.created(URI.create("/v1/webhooks/" + webhook.id()))
                .cacheControl(CacheControl.noStore())
                .body(WebhookResource.of(webhook));
    }

    @Operation(operationId = "listWebhooks", summary = "The webhooks of the caller's department")
    @GetMapping("/v1/webhooks")
    WebhookList list(Call call) {
        return new WebhookList(
                store.of(owner(call)).stream().map(WebhookResource::of).toList());
    }

    @Operation(operationId = "getWebhook", summary = "A webhook, and how far it got")
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/webhooks/{id}")
    WebhookResource get(Call call) {
        return store.find(owner(call), id(call))
                .map(WebhookResource::of)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    @Operation(operationId = "deleteWebhook", summary = "Tell nothing more")
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @ApiResponse(responseCode = "204", description = "Gone")
    @DeleteMapping("/v1/webhooks/{id}")
    ResponseEntity<Void> delete(Call call) {
        if (!store.remove(owner(call), id(call))) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return ResponseEntity.noContent().build();
    }

    @Operation(operationId = "getKeys", summary = "The public keys that sign webhook deliveries")
    @GetMapping("/.well-known/jwks.json")
    Map<String, Object> keys() {
        return signer.keySet();
    }

    private static Owner owner(Call call) {
        return switch (call.caller()) {
            case Caller.Officer officer -> {
                IdentityEntry entry = officer.identity().entry();
                yield new Owner(entry.mspId(), entry.department());
            }
            case Caller.Anonymous anonymous -> throw new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED);
        };
    }

    private static UUID id(Call call) {
        String id = call.path("id");
        if (!ID.matcher(id).matches()) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return UUID.fromString(id);
    }
}
