package org.countyledger.gateway.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.countyledger.gateway.stream.StreamedEvent;

/**
 * What a department's system is sent. The same event may come more than once, always with the same id.
 *
 * @param id of the event: its place on the ledger
 */
@Schema(name = "WebhookDelivery")
record Delivery(String id, UUID webhook, Instant sentAt, StreamedEvent event) {}
