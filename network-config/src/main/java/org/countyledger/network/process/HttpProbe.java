package org.countyledger.network.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Answers when a page is served with status 200. */
record HttpProbe(URI page) implements Probe {
    private static final int OK = 200;

    /** One for all probes, made when the first of them is asked. */
    private static final class Client {
        static final HttpClient ONE =
                HttpClient.newBuilder().connectTimeout(LIMIT).build();
    }

    @Override
    public Optional<String> trouble() {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(LIMIT).build();
        try {
            int status = Client.ONE.send(request, BodyHandlers.discarding()).statusCode();
            return status == OK ? Optional.empty() : Optional.of(page + " answers " + status);
        } catch (IOException e) {
            return Optional.of(page + " does not answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
