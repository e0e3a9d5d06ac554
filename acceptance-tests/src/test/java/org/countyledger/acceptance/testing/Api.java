package org.countyledger.acceptance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Raw HTTP to one server. */
public final class Api {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<Consumer<Reply>> LISTENERS = new CopyOnWriteArrayList<>();

    private final URI base;

    public Api(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** Hears every answer of every server until the end. */
    public static Listening listen(Consumer<Reply> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    /** Somebody listens. */
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /** Gets a path; headers are names and values in turn. */
    public Reply get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Opens a stream of events. */
    public Tape tape(String path, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .headers(headers)
                .header("Accept", "text/event-stream")
                .build();
        return new Tape(send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    /** Posts a value as JSON. */
    public Reply post(String path, Object body, String... headers) {
        return postText(path, "application/json", Json.write(body), headers);
    }

    /** Posts text as it is. */
    public Reply postText(String path, String contentType, String text, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(text))
                .build());
    }

    /** Posts bytes as they are. */
    public Reply postBytes(String path, String contentType, byte[] bytes, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static Reply send(HttpRequest request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        Reply reply = new Reply(
                request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
        LISTENERS.forEach(listener -> listener.accept(reply));
        return reply;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
