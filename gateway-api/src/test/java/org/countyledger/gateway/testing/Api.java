package org.countyledger.gateway.testing;

import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The gateway's clients. */
public final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final WebTestClient client;
    private final Issuer issuer;

    Api(String address, Issuer issuer) {
        this.client = WebTestClient.bindToServer()
                .baseUrl(address)
                .responseTimeout(PATIENCE)
                .build();
        this.issuer = issuer;
    }

    public WebTestClient anybody() {
        return client;
    }

    public WebTestClient as(Officer officer) {
        return withToken(issuer.token(officer.subject()));
    }

    public WebTestClient withToken(String token) {
        return client.mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    /** A write that waits for its commit, under a new idempotency key. */
    public Reply write(WebTestClient who, String path, Object body) {
        return write(who, path, body, request -> request.header("Idempotency-Key", key()));
    }

    public Reply write(
            WebTestClient who, String path, Object body, UnaryOperator<WebTestClient.RequestBodySpec> headers) {
        WebTestClient.RequestBodySpec request =
                who.post().uri(path).contentType(MediaType.APPLICATION_JSON).header("Prefer", "wait=20");
        return Reply.of(headers.apply(request).bodyValue(body).exchange());
    }

    public Reply read(WebTestClient who, String path, Object... variables) {
        return Reply.of(who.get().uri(path, variables).exchange());
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }
}
