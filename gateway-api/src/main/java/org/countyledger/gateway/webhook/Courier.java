package org.countyledger.gateway.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.gateway.stream.LedgerEvent;
import org.countyledger.gateway.stream.StreamedEvent;
import org.springframework.stereotype.Component;

/** Takes one event to one address. */
@Component
final class Courier implements AutoCloseable {
    private static final int OK_FROM = 200;
    private static final int OK_BELOW = 300;

    private final WebhookSettings settings;
    private final DeliverySigner signer;
    private final HttpClient client;

    Courier(WebhookSettings settings, DeliverySigner signer) {
        this.settings = settings;
        this.signer = signer;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.answerLimit())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Empty when the event was taken; else why not. */
    Optional<String> deliver(Webhook webhook, LedgerEvent event) {
        if (!settings.allows(webhook.url())) {
            return Optional.of("the target is not allowed any more");
        }
        byte[] body = CanonicalJson.write(
                new Delivery(event.position().text(), webhook.id(), Instant.now(), StreamedEvent.of(event)));
        try {
            HttpResponse<Void> answer = client.send(request(webhook, event, body), BodyHandlers.discarding());
            boolean isTaken = answer.statusCode() >= OK_FROM && answer.statusCode() < OK_BELOW;
            return isTaken ? Optional.empty() : Optional.of("the target answered " + answer.statusCode());
        } catch (IOException e) {
            return Optional.of("the target did not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private HttpRequest request(Webhook webhook, LedgerEvent event, byte[] body) {
        URI url = webhook.url();
        return HttpRequest.newBuilder(url)
                .timeout(settings.answerLimit())
                .header("Content-Type", "application/json")
                .header("County-Webhook", webhook.id().toString())
                .header("County-Event", event.position().text())
                .header("County-Signature", signer.sign(webhook.owner().mspId(), body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
