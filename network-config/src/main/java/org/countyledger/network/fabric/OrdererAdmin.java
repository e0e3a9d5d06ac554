package org.countyledger.network.fabric;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.network.CountyException;
import org.countyledger.network.inventory.Organization;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An orderer's channel participation API, over HTTPS with certificates on both sides. */
final class OrdererAdmin implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CREATED = 201;
    private static final int OK = 200;

    /** Stands in no block: a random text, the same for all. */
    private static final String BOUNDARY = "county-ledger-7f1b0c52a94e4d6f8e33";

    private final Organization organization;
    private final URI channels;
    private final HttpClient http;

    OrdererAdmin(Organization organization, Administrator administrator) {
        this.organization = organization;
        this.channels = URI.create("https://" + organization.host() + ":"
                + organization.nodePorts().ordererAdmin() + "/participation/v1/channels");
        this.http = HttpClient.newBuilder()
                .sslContext(administrator.tls())
                .connectTimeout(LIMIT)
                .build();
    }

    String mspId() {
        return organization.mspId();
    }

    /** How many blocks the orderer has; empty where it has not joined. */
    Optional<Long> height(String channel) throws IOException {
        HttpResponse<byte[]> answer = send(request(channels.resolve("channels/" + channel)));
        return answer.statusCode() == OK
                ? Optional.of(JSON.readTree(answer.body()).path("height").asLong())
                : Optional.empty();
    }

    void join(String channel, byte[] genesis) throws IOException {
        if (height(channel).isPresent()) {
            return;
        }
        post("POST", "config-block", genesis);
    }

    /** Gives an update of a channel's configuration to be ordered. */
    void update(byte[] envelope) throws IOException {
        post("PUT", "config-update-envelope", envelope);
    }

    private void post(String method, String part, byte[] content) throws IOException {
        HttpResponse<byte[]> answer = send(request(channels)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .method(method, BodyPublishers.ofByteArray(form(part, content))));
        if (answer.statusCode() != CREATED) {
            throw new IOException("status " + answer.statusCode() + ", " + error(answer.body()));
        }
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted while the orderer of " + mspId() + " was asked", e);
        }
    }

    private static byte[] form(String part, byte[] content) {
        String head = "--" + BOUNDARY + "\r\n"
                + "Content-Disposition: form-data; name=\"" + part + "\"; filename=\"" + part + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static String error(byte[] body) {
        JsonNode error = JSON.readTree(body).path("error");
        return error.isMissingNode() ? new String(body, StandardCharsets.UTF_8) : error.asString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
