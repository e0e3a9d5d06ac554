package org.countyledger.network.api;

import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.countyledger.network.CountyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sensor oracle's HTTP API, as far as the county command uses it. */
public final class OracleApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final JsonHttp http;
    private final Supplier<String> token;

    /** @param token of an officer who may feed readings that no device has signed; asked for at each request */
    public OracleApi(URI oracle, Supplier<String> token) {
        this.http = new JsonHttp(oracle);
        this.token = token;
    }

    /** One value as it was measured, in the datastream's unit. */
    public record Reading(Instant time, BigDecimal value) {}

    /**
     * How far a file got.
     *
     * @param refused rows that were not taken
     * @param ended complete, or failed with this problem
     */
    public record Progress(
            String state,
            long readings,
            long missing,
            long refused,
            long windows,
            long transactions,
            long exceedances,
            boolean ended,
            Optional<String> problem) {}

    /** Hands in live readings; all are taken, or none. */
    public void measure(String datastream, List<Reading> readings) {
        List<Map<String, Object>> items = readings.stream()
                .map(reading -> Map.<String, Object>of("time", reading.time().toString(), "value", reading.value()))
                .toList();
        byte[] body = JSON.writeValueAsBytes(Map.of("datastream", datastream, "readings", items));
        JsonHttp.Reply reply = http.send(
                "/v1/readings",
                "POST",
                token.get(),
                new JsonHttp.Body("application/json", BodyPublishers.ofByteArray(body)));
        JsonNode unused = require(reply, ACCEPTED);
    }

    /** Number of the last window of the datastream that is on the ledger, -1 before any. */
    public long lastWindow(String datastream) {
        JsonHttp.Reply reply = http.get("/v1/datastreams/" + datastream, Optional.empty());
        return require(reply, OK).path("lastWindow").path("number").asLong(-1);
    }

    /** Puts a file of the past under the digest of its bytes; the same file again goes on where it stopped. */
    public Progress put(Path file, String sha256, String datastream) {
        try {
            String path = "/v1/backfills/" + sha256 + "?format=prsa&datastream=" + datastream;
            JsonHttp.Body body = new JsonHttp.Body("application/octet-stream", BodyPublishers.ofFile(file));
            return progress(require(http.send(path, "PUT", token.get(), body), OK, ACCEPTED));
        } catch (FileNotFoundException e) {
            throw new CountyException("There is no file " + file, e);
        }
    }

    public Progress progress(String sha256) {
        return progress(require(http.get("/v1/backfills/" + sha256, Optional.empty()), OK));
    }

    private static Progress progress(JsonNode body) {
        String state = body.path("state").asString("");
        long refused = 0;
        for (JsonNode count : body.path("refused")) {
            refused += count.asLong();
        }
        return new Progress(
                state,
                body.path("readings").asLong(),
                body.path("missing").asLong(),
                refused,
                body.path("windows").asLong(),
                body.path("transactions").asLong(),
                body.path("exceedances").asLong(),
                state.equals("COMPLETE") || state.equals("FAILED"),
                Optional.ofNullable(body.path("problem").asString(null)));
    }

    private static JsonNode require(JsonHttp.Reply reply, int... fine) {
        return Answers.require(reply, fine);
    }
}
