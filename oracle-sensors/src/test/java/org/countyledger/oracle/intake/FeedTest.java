package org.countyledger.oracle.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.oracle.testing.Oracle.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.oracle.testing.Oracle;
import org.countyledger.oracle.testing.Reply;
import org.countyledger.oracle.testing.SharedCounty;
import org.countyledger.oracle.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class FeedTest {
    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");

    private final TestCounty county;
    private final Oracle oracle;

    FeedTest(TestCounty county) {
        this.county = county;
        this.oracle = county.oracle();
    }

    private static List<Map<String, Object>> hours(int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(hour -> reading(FIRST.plusSeconds(3600L * hour + 60), values[hour]))
                .toList();
    }

    @Test
    void readingsBecomeWindowsAndTwoHoursAboveRaiseAnExceedanceThatThreeBelowClear() {
        String station = county.station(FIRST);
        Reply taken = oracle.feed(station, hours(10, 151, 152, 153)).expect(202);
        assertThat(taken.numberAt("/accepted")).isEqualTo(4);
        Reply raised = oracle.reached(station, 3);
        assertThat(raised.at("/lastWindow/end")).isEqualTo("2016-01-01T04:00:00Z");
        List<Header> exceedances = county.offices().about(Kind.EXCEEDANCE, station);
        assertThat(exceedances).hasSize(1);
        assertThat(exceedances.getFirst().state()).isEqualTo("NEW");
        assertThat(raised.at("/rule/open")).isEqualTo(exceedances.getFirst().id());

        oracle.feed(station, hours(10, 151, 152, 153, 115, 115, 115)).expect(202);
        Reply cleared = oracle.reached(station, 6);
        assertThat(cleared.at("/rule/open")).isEmpty();
        assertThat(cleared.numberAt("/pending")).isZero();
        assertThat(county.offices().about(Kind.EXCEEDANCE, station)).hasSize(1);
    }

    @Test
    void theSameReadingsAgainAreDuplicatesAlsoWhenTheirWindowIsOnTheLedger() {
        String station = county.station(FIRST);
        oracle.feed(station, hours(10, 11)).expect(202);
        assertThat(oracle.feed(station, hours(10, 11)).expect(202).numberAt("/duplicates"))
                .isEqualTo(2);
        oracle.reached(station, 1);
        Reply again = oracle.feed(station, hours(10, 11)).expect(202);
        assertThat(again.numberAt("/accepted")).isZero();
        assertThat(again.numberAt("/duplicates")).isEqualTo(2);
    }

    @Test
    void aHourWithoutReadingsBetweenOthersIsAMissingWindow() {
        String station = county.station(FIRST);
        oracle.feed(station, List.of(reading(FIRST, 10), reading(FIRST.plusSeconds(7200), 12)))
                .expect(202);
        oracle.reached(station, 2);
        long missing = county.offices().about(Kind.WINDOW_BATCH, station).stream()
                .flatMap(batch -> batch.fields().objects("windows").stream())
                .filter(window -> window.integer("count").orElseThrow() == 0)
                .count();
        assertThat(missing).isEqualTo(1);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingOfTheRequestIsTaken() {
        String station = county.station(FIRST);
        Reply refused = oracle.feed(
                        station,
                        List.of(
                                reading(FIRST, 10),
                                reading("2016-01-01 00:00", 10),
                                reading(FIRST, -1),
                                reading(FIRST, 10_000.5),
                                reading(FIRST, 1.0001),
                                reading(FIRST, "10"),
                                reading(FIRST.minusSeconds(1), 10),
                                reading(Instant.now().plusSeconds(600), 10),
                                Map.of("time", FIRST.toString())))
                .expect(422);
        assertThat(refused.at("/code")).isEqualTo("validation-failed");
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/readings/1/time",
                        "/readings/2/value",
                        "/readings/3/value",
                        "/readings/4/value",
                        "/readings/5/value",
                        "/readings/6/time",
                        "/readings/7/time",
                        "/readings/8/value");
        assertThat(oracle.get("/v1/datastreams/" + station).numberAt("/pending"))
                .isZero();
        assertThat(metrics()).contains("county_oracle_readings_refused_total{reason=\"value-negative\"}");
    }

    private String metrics() {
        byte[] page = oracle.anybody()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(java.util.Objects.requireNonNull(page), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void anotherValueForTheSameMomentIsRefused() {
        String station = county.station(FIRST);
        oracle.feed(station, hours(10)).expect(202);
        Reply refused = oracle.feed(station, hours(11)).expect(422);
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/readings/0/value");
        assertThat(refused.at("/errors/0/reason")).contains("another value");
    }

    @Test
    void aNewReadingOfAWindowThatIsOnTheLedgerIsRefused() {
        String station = county.station(FIRST);
        oracle.feed(station, hours(10)).expect(202);
        oracle.reached(station, 0);
        Reply refused =
                oracle.feed(station, List.of(reading(FIRST.plusSeconds(5), 10))).expect(422);
        assertThat(refused.at("/errors/0/reason")).contains("on the ledger");
    }

    @Test
    void aFeedNeedsATokenOfSomebodyWhoMayFeed() {
        Map<String, Object> body = Map.of("datastream", county.station(FIRST), "readings", hours(10));
        Reply nobody = oracle.feed(oracle.anybody(), body).expect(401);
        assertThat(nobody.at("/code")).isEqualTo("authentication-required");
        assertThat(nobody.headers().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        Reply clerk = oracle.feed(oracle.withToken(county.issuer().token("CA1.TOWN_CLERK")), body)
                .expect(403);
        assertThat(clerk.at("/code")).isEqualTo("not-allowed");
        String late = county.issuer().token(TestCounty.FEEDER, java.time.Duration.ofHours(-1));
        oracle.feed(oracle.withToken(late), body).expect(401);
    }

    @Test
    void whatCannotBeReadIsRefusedInTheLanguageOfTheCaller() {
        oracle.feed(oracle.feeder(), "[]").expect(400);
        oracle.feed(oracle.feeder(), Map.of("datastream", "x", "readings", List.of(), "extra", 1))
                .expect(400);
        Reply unknown =
                oracle.feed("00000000-0000-8000-8000-000000000000", hours(10)).expect(422);
        assertThat(unknown.at("/errors/0/reason")).contains("no such datastream");
        Reply chinese = Reply.of(oracle.anybody()
                .get()
                .uri("/v1/datastreams/none")
                .header("Accept-Language", "zh-CN")
                .exchange());
        assertThat(chinese.expect(404).at("/title")).isEqualTo("未找到");
        assertThat(Reply.of(oracle.feeder()
                                .post()
                                .uri("/v1/readings")
                                .contentType(org.springframework.http.MediaType.TEXT_PLAIN)
                                .bodyValue("x")
                                .exchange())
                        .expect(415)
                        .at("/code"))
                .isEqualTo("unsupported-media-type");
    }
}
