package org.countyledger.oracle.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.countyledger.domain.record.Digests;
import org.countyledger.oracle.OracleApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** A running oracle, and its clients. */
public final class Oracle implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ConfigurableApplicationContext application;
    private final WebTestClient anybody;
    private final String token;

    Oracle(List<String> arguments, String token) {
        SpringApplication oracle = new SpringApplication(OracleApplication.class);
        oracle.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, Oracle::loops));
        this.application = oracle.run(arguments.toArray(String[]::new));
        this.token = token;
        String port = String.valueOf(application.getEnvironment().getProperty("local.server.port"));
        this.anybody = WebTestClient.bindToServer(new ReactorClientHttpConnector(HttpClient.newConnection()))
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(1 << 22))
                .defaultHeader("Accept-Language", "en")
                .build();
    }

    /** Event loops of its own: the end of one oracle must not end those of another in the same process. */
    private static ReactorResourceFactory loops() {
        ReactorResourceFactory loops = new ReactorResourceFactory();
        loops.setUseGlobalResources(false);
        return loops;
    }

    public WebTestClient anybody() {
        return anybody;
    }

    public WebTestClient feeder() {
        return withToken(token);
    }

    public WebTestClient withToken(String bearer) {
        return anybody.mutate()
                .defaultHeader("Authorization", "Bearer " + bearer)
                .build();
    }

    public Reply feed(String datastream, List<Map<String, Object>> readings) {
        return feed(feeder(), Map.of("datastream", datastream, "readings", readings));
    }

    public Reply feed(WebTestClient who, Object body) {
        return Reply.of(who.post()
                .uri("/v1/readings")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    /** One value of a feed. */
    public static Map<String, Object> reading(Object time, Object value) {
        return Map.of("time", time.toString(), "value", value);
    }

    public Reply send(byte[] messages) {
        return Reply.of(anybody.post()
                .uri("/v1/readings")
                .contentType(MediaType.parseMediaType("application/cose"))
                .bodyValue(messages)
                .exchange());
    }

    public Reply put(byte[] file, String datastream) {
        return put(Digests.sha256Hex(file), file, datastream);
    }

    public Reply put(String sha256, byte[] file, String datastream) {
        return Reply.of(feeder().put()
                .uri("/v1/backfills/" + sha256 + "?format=prsa&datastream=" + datastream)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(file)
                .exchange());
    }

    public Reply get(String path) {
        return Reply.of(anybody.get().uri(path).exchange());
    }

    /** How a file ended. */
    public Reply ended(byte[] file) {
        String path = "/v1/backfills/" + Digests.sha256Hex(file);
        return eventually(() -> get(path), reply -> !reply.at("/state").equals("RUNNING"));
    }

    /** The datastream once this window is on the ledger. */
    public Reply reached(String datastream, long window) {
        return eventually(
                () -> get("/v1/datastreams/" + datastream), reply -> reply.numberAt("/lastWindow/number") >= window);
    }

    public static Reply eventually(Supplier<Reply> look, Predicate<Reply> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(look::get, wanted);
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Override
    public void close() {
        application.close();
    }
}
