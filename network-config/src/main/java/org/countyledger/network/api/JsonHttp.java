package org.countyledger.network.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.network.CountyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON over HTTP on this computer. */
public final class JsonHttp {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI base;

    public JsonHttp(URI base) {
        this.base = base;
    }

    /** A status and its body; no body is an empty object. */
    public record Reply(int status, JsonNode body) {}

    public Reply get(String path, Optional<String> token) {
        return send(request(path, token).GET().build());
    }

    /** Asks with headers of one's own. */
    public Reply get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, Optional.empty());
        headers.forEach(request::header);
        return send(request.GET().build());
    }

    /** Posts a command and waits for its commit as long as the server likes to. */
    public Reply post(String path, Optional<String> token, String idempotencyKey, byte[] json) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .header("Prefer", "wait=30")
                .POST(BodyPublishers.ofByteArray(json))
                .build());
    }

    /** A body of some other sort than a command's. */
    public record Body(String contentType, HttpRequest.BodyPublisher content) {}

    /** Sends a request of another form to a path. */
    public Reply send(String path, String method, String token, Body body) {
        return send(request(path, Optional.of(token))
                .header("Content-Type", body.contentType())
                .method(method, body.content())
                .build());
    }

    private HttpRequest.Builder request(String path, Optional<String> token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER_LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
        token.ifPresent(bearer -> builder.header("Authorization", "Bearer " + bearer));
        return builder;
    }

    private Reply send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), parse(response.body()));
        } catch (IOException e) {
            throw new CountyException(request.uri() + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted", e);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.objectNode() : CanonicalJson.read(body, JsonNode.class);
        } catch (MalformedJson e) {
            throw new CountyException("The answer is no JSON: " + e.getMessage(), e);
        }
    }
}
