package org.countyledger.gateway.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A webhook and how far it got.
 *
 * @param lastEventId id of the last event that was taken
 * @param failures in a row
 * @param trouble why the last try failed
 */
@Schema(name = "Webhook")
record WebhookResource(
        UUID id,
        String url,
        List<String> topics,
        Optional<String> town,
        Webhook.State state,
        Optional<String> lastEventId,
        int failures,
        Optional<String> trouble,
        Instant createdAt) {

    static WebhookResource of(Webhook webhook) {
        return new WebhookResource(
                webhook.id(),
                webhook.url().toString(),
                webhook.topics(),
                webhook.town(),
                webhook.progress().state(),
                Optional.of(webhook.progress().position())
                        .filter(position -> position.block() >= 0)
                        .map(position -> position.text()),
                webhook.progress().failures(),
                webhook.progress().trouble(),
                webhook.createdAt());
    }

    /** The webhooks of a department, oldest first. */
    @Schema(name = "WebhookList")
    record WebhookList(List<WebhookResource> items) {}
}
