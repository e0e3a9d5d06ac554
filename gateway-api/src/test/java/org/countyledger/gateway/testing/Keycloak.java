package org.countyledger.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak of its own makers, unpacked from its distribution, with one realm, on loopback. */
public final class Keycloak implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    /**
     * Starts it; its log goes beside the realm.
     *
     * @param home the unpacked distribution
     * @param realm JSON of a realm named county
     */
    public Keycloak(Path home, String realm) {
        try {
            Path folder = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(folder.resolve("county-realm.json"), realm);
            this.port = freePort();
            ProcessBuilder builder = new ProcessBuilder(
                    "sh",
                    home.resolve("bin/kc.sh").toString(),
                    "start-dev",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--import-realm");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
            // Its byte code library knows no JDK that is newer than itself unless it is told to try.
            builder.environment().put("JAVA_OPTS_APPEND", "-Dnet.bytebuddy.experimental=true");
            this.process = builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("data/keycloak.log").toFile())
                    .start();
            awaitStart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        Instant end = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                URI metadata = URI.create(issuer() + "/.well-known/openid-configuration");
                if (send(HttpRequest.newBuilder(metadata).build()).statusCode() == OK) {
                    return;
                }
                Thread.sleep(500);
            } catch (java.net.ConnectException e) {
                process.onExit()
                        .completeOnTimeout(process, 500, TimeUnit.MILLISECONDS)
                        .join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        close();
        throw new IOException("Keycloak did not start: see data/keycloak.log in its directory");
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/county";
    }

    /** What it issues to this person through this client. */
    public String token(String clientId, String username, String password) {
        String form =
                "grant_type=password&client_id=%s&username=%s&password=%s".formatted(clientId, username, password);
        try {
            HttpResponse<String> response =
                    send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build());
            if (response.statusCode() != OK) {
                throw new IllegalStateException("Keycloak answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it with all that it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
