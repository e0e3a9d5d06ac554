package org.countyledger.gateway.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.domain.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The provider's public keys as they were read last. Reading them takes I/O; choosing one does not. */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final URI issuer;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private volatile JWKSet keys = new JWKSet();
    private final AtomicInteger edition = new AtomicInteger();

    ProviderKeys(URI issuer) {
        this.issuer = issuer;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Changes whenever the keys may have. */
    int edition() {
        return edition.get();
    }

    /** Reads them; the sentence says why they could not be, and then those of before stay. */
    Optional<String> read() {
        try {
            JsonNode metadata = CanonicalJson.read(
                    body(URI.create(issuer.toString().replaceAll("/$", "") + DISCOVERY)), JsonNode.class);
            String named = metadata.path("issuer").asString("");
            if (!named.equals(issuer.toString())) {
                return Optional.of("expected issuer " + issuer + ", found " + named);
            }
            URI address = URI.create(metadata.path("jwks_uri").asString(""));
            if (!OidcSettings.isSafe(address)) {
                return Optional.of("its keys are not at an https address");
            }
            keys = JWKSet.parse(new String(body(address), java.nio.charset.StandardCharsets.UTF_8))
                    .toPublicJWKSet();
            edition.incrementAndGet();
            return Optional.empty();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            return Optional.of(
                    "its metadata or keys cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private byte[] body(URI address) throws IOException {
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(address).timeout(LIMIT).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IOException(address + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
