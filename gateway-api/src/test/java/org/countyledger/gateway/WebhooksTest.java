package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.gateway.stream.StreamPosition;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCounty.class)
class WebhooksTest {
    private static final List<String> TOPICS = List.of("welfare-applications");

    private final Api api;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer server;

    /** One delivery as it arrived. */
    private record Told(String event, String signature, ByteString body, int answer) {
        JsonNode json() {
            return CanonicalJson.read(body.toByteArray(), JsonNode.class);
        }
    }

    WebhooksTest(TestCounty county) throws IOException {
        this.api = county.api();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        api.read(api.as(Officer.CLERK), "/v1/webhooks")
                .expect(200)
                .body()
                .path("items")
                .forEach(item -> api.as(Officer.CLERK)
                        .delete()
                        .uri("/v1/webhooks/" + item.path("id").asString())
                        .exchange()
                        .expectStatus()
                        .isNoContent());
    }

    private void take(HttpExchange exchange) throws IOException {
        int answer = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 204;
        byte[] body = exchange.getRequestBody().readAllBytes();
        told.add(new Told(
                exchange.getRequestHeaders().getFirst("County-Event"),
                exchange.getRequestHeaders().getFirst("County-Signature"),
                ByteString.copyFrom(body),
                answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/told";
    }

    private Reply create(Officer officer, String url) {
        return api.write(api.as(officer), "/v1/webhooks", Map.of("url", url, "topics", TOPICS));
    }

    private Told next() throws InterruptedException {
        Told next = told.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("a delivery").isNotNull();
        return next;
    }

    private static StreamPosition position(String text) {
        return StreamPosition.parse(text).orElse(new StreamPosition(0, 0, 0));
    }

    @Test
    void eachEventIsToldInOrderAndAgainUntilItIsTaken() throws InterruptedException {
        refusals.set(2);
        String hook = create(Officer.CLERK, url()).expect(201).at("/id");
        Welfare first = Welfare.submitted(api);
        Welfare second = Welfare.submitted(api);
        Told refused = next();
        assertThat(refused.answer()).isEqualTo(503);
        assertThat(refused.json().at("/event/recordId").asString()).isEqualTo(first.id());
        Told refusedAgain = next();
        Told taken = next();
        assertThat(List.of(refusedAgain.event(), taken.event())).containsOnly(refused.event());
        assertThat(taken.answer()).isEqualTo(204);
        Told then = next();
        assertThat(then.json().at("/event/recordId").asString()).isEqualTo(second.id());
        Reply state = Eventually.eventually(
                () -> api.read(api.as(Officer.CLERK), "/v1/webhooks/" + hook).expect(200),
                reply -> !position(then.event()).isAfter(position(reply.at("/lastEventId"))));
        assertThat(state.numberAt("/failures")).isZero();
    }

    @Test
    void aDeliveryIsSignedByTheOrganisationAndAChangedOneIsNot()
            throws InterruptedException, ParseException, JOSEException {
        create(Officer.CLERK, url()).expect(201);
        Welfare.submitted(api);
        Told one = next();
        JWKSet keys = JWKSet.parse(api.read(api.anybody(), "/.well-known/jwks.json")
                .expect(200)
                .body()
                .toString());
        assertThat(isSigned(one.signature(), one.body().toByteArray(), keys)).isTrue();
        byte[] changed = one.body().toByteArray();
        changed[changed.length - 3] ^= 1;
        assertThat(isSigned(one.signature(), changed, keys)).isFalse();
        assertThat(keys.getKeys()).noneMatch(key -> key.isPrivate());
    }

    private static boolean isSigned(String signature, byte[] body, JWKSet keys) throws ParseException, JOSEException {
        JWSObject object = JWSObject.parse(signature, new Payload(body));
        return object.verify(new ECDSAVerifier(
                keys.getKeyByKeyId(object.getHeader().getKeyID()).toECKey()));
    }

    @Test
    void whoNeverAnswersIsToldNoMoreAfterAWhile() throws InterruptedException {
        refusals.set(Integer.MAX_VALUE);
        String hook = create(Officer.CLERK, url()).expect(201).at("/id");
        Welfare.submitted(api);
        Reply suspended = Eventually.eventually(
                () -> api.read(api.as(Officer.CLERK), "/v1/webhooks/" + hook).expect(200),
                reply -> reply.at("/state").equals("SUSPENDED"));
        assertThat(suspended.at("/trouble")).isEqualTo("the target answered 503");
        assertThat(told).hasSize((int) suspended.numberAt("/failures"));
    }

    @Test
    void whatIsKnownAlreadyIsNotToldAndWhatCameAfterItIs() throws InterruptedException {
        Welfare known = Welfare.submitted(api);
        Welfare.submitted(api);
        Reply event = api.read(api.as(Officer.CLERK), known.path() + "/events").expect(200);
        String after = event.numberAt("/items/0/block") + "-0-0";
        api.write(api.as(Officer.CLERK), "/v1/webhooks", Map.of("url", url(), "topics", TOPICS, "after", after))
                .expect(201);
        assertThat(next().json().at("/event/recordId").asString()).isNotEqualTo(known.id());
    }

    @Test
    void theGatewayCallsNothingThatItWasNotToldItMay() {
        for (String url : List.of(
                "http://169.254.169.254/latest",
                "http://localhost:5432/",
                "file:///etc/passwd",
                "http://user@127.0.0.1:80/",
                "https://127.0.0.1:443/",
                "not a url")) {
            assertThat(create(Officer.CLERK, url).expect(422).at("/errors/0/pointer"))
                    .as(url)
                    .isEqualTo("/url");
        }
    }

    @Test
    void webhooksOfOtherDepartmentsDoNotExist() {
        String hook = create(Officer.CLERK, url()).expect(201).at("/id");
        api.read(api.as(Officer.REGISTRAR), "/v1/webhooks/" + hook).expect(404);
        api.as(Officer.REGISTRAR)
                .delete()
                .uri("/v1/webhooks/" + hook)
                .exchange()
                .expectStatus()
                .isNotFound();
        api.read(api.anybody(), "/v1/webhooks/" + hook).expect(401);
        api.read(api.as(Officer.CLERK), "/v1/webhooks/' or 1=1 --").expect(404);
        api.write(api.anybody(), "/v1/webhooks", Map.of("url", url(), "topics", TOPICS))
                .expect(401);
        api.write(api.as(Officer.CLERK), "/v1/webhooks", Map.of("url", url(), "topics", List.of()))
                .expect(422);
        api.write(api.as(Officer.CLERK), "/v1/webhooks", "{\"url\":").expect(400);
    }
}
