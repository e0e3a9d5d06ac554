package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.EventStream;
import org.countyledger.gateway.testing.EventStream.Message;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCounty.class)
class StreamsTest {
    private static final String WELFARE = "/v1/events?topics=welfare-applications,conflicts";

    private final TestCounty county;
    private final Api api;

    StreamsTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private EventStream open(String path, Map<String, String> headers) {
        return EventStream.open(county.address() + path, headers);
    }

    private Map<String, String> token() {
        return Map.of("Authorization", "Bearer " + county.issuer().token(Officer.CLERK.subject()));
    }

    private static JsonNode json(Message message) {
        return CanonicalJson.read(message.data(), JsonNode.class);
    }

    @Test
    void eventsComeAsTheyAreCommittedWithTheirPlaceOnTheLedger() {
        try (EventStream stream = open(WELFARE, token())) {
            Welfare application = Welfare.submitted(api).accepted();
            List<Message> messages = new ArrayList<>();
            while (messages.size() < 3) {
                Message message = stream.next();
                assertThat(message.event()).isEqualTo("record.transitioned");
                if (message.data().contains(application.id())
                        || json(message).path("kind").asString().equals("ConflictDeclaration")) {
                    messages.add(message);
                }
            }
            assertThat(messages.getFirst().id()).matches("[0-9]+-[0-9]+-[0-9]+");
            assertThat(json(messages.getFirst()).path("action").asString()).isEqualTo("submit");
            assertThat(json(messages.getLast()).path("to").asString()).isEqualTo("ACCEPTED");
            assertThat(json(messages.getLast()).path("id").asString())
                    .isEqualTo(messages.getLast().id());
            Reply block = api.read(api.as(Officer.CLERK), application.path() + "/events?after=1")
                    .expect(200);
            assertThat(messages.getLast().id()).startsWith(block.numberAt("/items/0/block") + "-");
            assertThat(messages.toString()).doesNotContain("CA1001");
        }
    }

    @Test
    void aStreamGoesOnBehindTheLastEventWithoutLossOrRepetition() {
        List<Message> whole;
        try (EventStream stream = open(WELFARE, token())) {
            Message opened = stream.any();
            for (int i = 0; i < 6; i++) {
                Welfare.submitted(api);
            }
            whole = stream.next(6);
            assertThat(opened.id()).isNotEqualTo(whole.getFirst().id());
        }
        Map<String, String> behind = new java.util.HashMap<>(token());
        behind.put("Last-Event-ID", whole.get(1).id());
        try (EventStream again = open(WELFARE, behind)) {
            assertThat(again.next(4)).isEqualTo(whole.subList(2, 6));
        }
        behind.put("Last-Event-ID", "0-0-0");
        try (EventStream everything = open(WELFARE, behind)) {
            Message message = everything.next();
            while (!message.equals(whole.getLast())) {
                message = everything.next();
            }
        }
    }

    @Test
    void onlyWhatTheCallerMayReadIsStreamed() {
        assertThat(open(WELFARE, Map.of()).status()).isEqualTo(401);
        assertThat(open("/v1/events?topics=nothing", Map.of()).status()).isEqualTo(422);
        assertThat(open("/v1/events", Map.of("Last-Event-ID", "1-x")).status()).isEqualTo(422);
        try (EventStream everybody = open("/v1/events", Map.of("Last-Event-ID", "0-0-0"))) {
            assertThat(json(everybody.next()).path("kind").asString()).isEqualTo("Policy");
        }
    }

    @Test
    void townsNarrowAStream() {
        Map<String, String> start = new java.util.HashMap<>(token());
        start.put("Last-Event-ID", "0-0-0");
        Welfare.submitted(api);
        try (EventStream here = open(WELFARE + "&town=" + Officer.TOWN, start);
                EventStream elsewhere = open(WELFARE + "&town=330183999", token())) {
            assertThat(json(here.next()).path("town").asString()).isEqualTo(Officer.TOWN);
            Welfare.submitted(api);
            assertThat(elsewhere.any().event()).isEmpty();
        }
    }

    @Test
    void whoHoldsAReceiptFollowsItsMatterAndNothingElse() {
        Welfare application = Welfare.submitted(api);
        try (EventStream stream = open("/v1/receipts/" + application.receiptTxId() + "/events", Map.of())) {
            stream.any();
            Welfare.submitted(api);
            application.accepted();
            Message step = stream.next();
            assertThat(json(step).at("/step/en").asString()).isNotEmpty();
            assertThat(step.data()).doesNotContain("CA1001", application.id(), "dupCheck");
        }
        EventStream unknown = open("/v1/receipts/" + "ab".repeat(32) + "/events", Map.of());
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void oneAddressCannotHoldAllStreams() {
        List<EventStream> open = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < 40 && refused == 0; i++) {
                EventStream stream = open("/v1/events", Map.of());
                if (stream.status() == 429) {
                    refused++;
                } else {
                    open.add(stream);
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            open.forEach(EventStream::close);
        }
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            try (EventStream free = open("/v1/events", Map.of())) {
                assertThat(free.status()).isEqualTo(200);
            }
        });
    }
}
