package org.countyledger.network.api;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.network.CountyException;
import org.countyledger.network.embedded.Tokens;
import tools.jackson.databind.JsonNode;

/** The department gateway's HTTP API, as far as the county command uses it. */
public final class GatewayApi {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(300);

    private final JsonHttp http;
    private final Tokens tokens;

    public GatewayApi(URI gateway, Tokens tokens) {
        this.http = new JsonHttp(gateway);
        this.tokens = tokens;
    }

    /** Submits as an officer. */
    public Desk officer(String subject) {
        String token = tokens.forSubject(subject);
        return draft -> {
            String key = RandomKeys.next();
            Draft named = draft.under(IdempotencyKey.parse(key));
            named.contents().forEach((group, value) -> stage(named, token, value));
            return submit(named, new Envelope(key, Optional.of(token), List.of(), Optional.empty()));
        };
    }

    /** Stages as an officer; the gateway counts the values of a group. */
    private void stage(Draft named, String token, PrivateValue value) {
        String path = path(named.key(group(value), 1));
        Answers.require(
                http.post(
                        path,
                        Optional.of(token),
                        RandomKeys.next(),
                        CanonicalJson.write(Map.of("value", base64(value)))),
                OK,
                CREATED);
    }

    /** Stages what a resident has signed for. */
    public void stage(StagingRequest request, PrivateValue value) {
        Map<String, Object> body = Map.of(
                "value", base64(value),
                "notAfter", request.notAfter().toString(),
                "signature", request.signature().orElseThrow());
        String path = path(request.key()) + "?n=" + request.key().n();
        Answers.require(http.post(path, Optional.empty(), RandomKeys.next(), CanonicalJson.write(body)), OK, CREATED);
    }

    private static String path(ContentKey key) {
        return "/v1/" + key.kind().collection() + "/" + key.id() + "/content/" + key.group();
    }

    private static String group(PrivateValue value) {
        return value.tag().substring(value.tag().indexOf('/') + 1);
    }

    private static String base64(PrivateValue value) {
        return Base64.getEncoder().encodeToString(value.bytes());
    }

    /** What a resident has signed to read. */
    public PrivateValue read(ReadingRequest request) {
        byte[] proof = CanonicalJson.write(Map.of(
                "notAfter", request.notAfter().toString(),
                "signature", request.signature().orElseThrow()));
        String authorization = "RecordKey " + Base64.getUrlEncoder().encodeToString(proof);
        ContentKey key = new ContentKey(request.kind(), request.id(), request.group(), 1);
        return value(http.get(path(key), Map.of("Authorization", authorization)));
    }

    /** Reads as an officer, for the record itself; the ledger records it first. */
    public PrivateValue read(String subject, Written record, String group) {
        ContentKey key = new ContentKey(record.kind(), record.id(), group, 1);
        return value(http.get(
                path(key),
                Map.of("Authorization", "Bearer " + tokens.forSubject(subject), "X-Purpose-Record", record.id())));
    }

    private static PrivateValue value(JsonHttp.Reply reply) {
        String value = Answers.require(reply, OK).path("value").stringValue();
        return PrivateValue.parse(Base64.getDecoder().decode(value));
    }

    /** The record, as an officer may read it. */
    public Optional<Header> find(String subject, Kind kind, String id) {
        JsonHttp.Reply reply = http.get("/v1/" + kind.collection() + "/" + id, Optional.of(tokens.forSubject(subject)));
        if (reply.status() == NOT_FOUND) {
            return Optional.empty();
        }
        Answers.require(reply, OK);
        return Optional.of(CanonicalJson.read(CanonicalJson.write(reply.body().path("header")), Header.class));
    }

    /** Records of a kind that anybody may see, oldest state change last, in one page. */
    public List<Header> list(Kind kind) {
        JsonNode page = Answers.require(http.get("/v1/" + kind.collection() + "?limit=200", Optional.empty()), OK);
        List<Header> headers = new ArrayList<>();
        page.path("items")
                .forEach(item ->
                        headers.add(CanonicalJson.read(CanonicalJson.write(item.path("header")), Header.class)));
        return headers;
    }

    /** What anybody sees by a transaction id. */
    public JsonNode receipt(String txId) {
        return Answers.require(http.get("/v1/receipts/" + txId, Optional.empty()), OK);
    }

    /**
     * What goes with a command beside its draft.
     *
     * @param notAfter text of the time; residents sign it, officers may leave it to the gateway
     */
    public record Envelope(
            String idempotencyKey,
            Optional<String> token,
            List<CommandSignature> signatures,
            Optional<String> notAfter) {}

    /** Submits, and follows until it is VALID. */
    public Written submit(Draft draft, Envelope envelope) {
        String path = draft.expectedSeq() == 0
                ? "/v1/" + draft.kind().collection()
                : "/v1/" + draft.kind().collection() + "/" + draft.id().orElseThrow() + "/actions/" + draft.action();
        return written(draft, http.post(path, envelope.token(), envelope.idempotencyKey(), body(draft, envelope)));
    }

    /** What the gateway answers to one step of signing by an own key. */
    public JsonNode present(String path, String token, String idempotencyKey, byte[] json) {
        return Answers.require(http.post(path, Optional.of(token), idempotencyKey, json), OK, CREATED);
    }

    /** Submits a transaction that an officer has signed, and follows until it is VALID. */
    public Written submitSigned(Draft draft, String token, byte[] signed) {
        return written(draft, http.post("/v1/submissions", Optional.of(token), RandomKeys.next(), signed));
    }

    private Written written(Draft draft, JsonHttp.Reply reply) {
        JsonNode operation = reply.status() == ACCEPTED ? await(reply.body()) : Answers.require(reply, OK, CREATED);
        return new Written(
                draft.kind(),
                operation.path("recordId").stringValue(),
                operation.path("seq").asLong(draft.expectedSeq() + 1),
                operation.path("receiptTxId").stringValue());
    }

    private static byte[] body(Draft draft, Envelope envelope) {
        Map<String, Object> body = new TreeMap<>(Map.of(
                "clear", draft.clear(),
                "commitments", draft.commitments(),
                "expectedSeq", draft.expectedSeq(),
                "signatures", envelope.signatures()));
        if (draft.expectedSeq() == 0) {
            body.put("action", draft.action());
            draft.id().ifPresent(id -> body.put("id", id));
        }
        envelope.notAfter().ifPresent(time -> body.put("notAfter", time));
        return CanonicalJson.write(body);
    }

    private JsonNode await(JsonNode started) {
        long end = System.nanoTime() + COMMIT_LIMIT.toNanos();
        JsonNode operation = started;
        while (System.nanoTime() < end) {
            switch (operation.path("commitStatus").asString("")) {
                case "VALID" -> {
                    return operation;
                }
                case "INVALID" -> throw new CountyException(Answers.sentence(operation.path("problem")));
                default -> Pause.forAWhile(POLL);
            }
            operation = Answers.require(
                    http.get("/v1/operations/" + started.path("opId").stringValue(), Optional.empty()), OK);
        }
        throw new CountyException("The ledger did not commit in time: see /v1/operations/"
                + started.path("opId").stringValue());
    }
}
