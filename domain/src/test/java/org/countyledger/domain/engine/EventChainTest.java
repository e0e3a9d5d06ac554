package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.FINANCE_OFFICER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Replay;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.TinyCase;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** Every record can be exported and checked alone. */
class EventChainTest {

    private static List<TestCounty> counties() {
        return List.of(paid().county(), refused().county(), paused().county());
    }

    private static WelfareCase paid() {
        WelfareCase story = new WelfareCase(TestCounty.legal()).granted();
        story.instructingPayment(FINANCE_OFFICER).accepted();
        return story;
    }

    private static WelfareCase refused() {
        WelfareCase story = new WelfareCase(TestCounty.demonstration()).visited();
        story.givingOpinion("REFUSE").accepted();
        story.refusing(COUNTY_DECIDER).accepted();
        story.papers().deliver(COUNTY_DECIDER, story.target(), "decision");
        return story;
    }

    private static TinyCase paused() {
        return TinyCase.openedAt("2026-12-28T01:00:00Z")
                .doneAt("2026-12-29T01:00:00Z", "tell")
                .doneAt("2026-12-30T01:00:00Z", "pause");
    }

    private static List<Header> headers() {
        return counties().stream()
                .map(county -> county.ledger().headers())
                .flatMap(Collection::stream)
                .toList();
    }

    @Test
    void theDigestsOfTheEventsLeadToTheHeader() {
        for (TestCounty county : counties()) {
            for (Header header : county.ledger().headers()) {
                List<Event> events = county.events(Target.of(header));
                assertThat(events).hasSize((int) header.seq());
                assertThat(replayed(events))
                        .as("%s %s", header.kind(), header.id())
                        .isEqualTo(header.position().lastEventDigest());
                assertThat(events.getLast().step().to()).isEqualTo(header.state());
            }
        }
    }

    @Test
    void theEventsAloneGiveTheHeader() {
        for (TestCounty county : counties()) {
            for (Header header : county.ledger().headers()) {
                assertThat(Replay.problem(header, county.events(Target.of(header))))
                        .as("%s %s", header.kind(), header.id())
                        .isEmpty();
            }
        }
    }

    @Test
    void aHeaderThatWasWrittenByAnybodyElseIsNotWhatTheEventsGive() {
        WelfareCase story = refused();
        Header header = story.header();
        List<Event> events = story.county().events(story.target());
        assertThat(Replay.problem(header, events.subList(0, events.size() - 1))).isPresent();
        assertThat(Replay.problem(header, events.subList(1, events.size()))).isPresent();
        Map<String, String> changes = Map.of(
                "\"state\":\"MET\"", "\"state\":\"RUNNING\"",
                "\"band\":\"2\"", "\"band\":\"1\"",
                "\"dept\":\"civil-affairs\"", "\"dept\":\"finance\"",
                "\"custody\":\"SELF_HELD\",\"keyRole\"", "\"custody\":\"ASSISTED\",\"keyRole\"",
                "\"retentionClass\":\"R10\"", "\"retentionClass\":\"R3\"");
        changes.forEach((from, to) -> {
            String forged = CanonicalJson.text(header).replaceFirst(Pattern.quote(from), to);
            assertThat(forged).as(from).isNotEqualTo(CanonicalJson.text(header));
            assertThat(Replay.problem(CanonicalJson.read(forged, Header.class), events))
                    .as(from)
                    .contains("the events lead to another header");
        });
    }

    private static String replayed(List<Event> events) {
        String digest = Event.NO_EVENT_BEFORE;
        String state = "";
        long seq = 0;
        for (Event event : events) {
            assertThat(event.prevEventDigest()).isEqualTo(digest);
            assertThat(event.step().from()).isEqualTo(state);
            assertThat(event.seq()).isEqualTo(++seq);
            digest = event.digest();
            state = event.step().to();
        }
        return digest;
    }

    @Test
    void aChangedEventBreaksTheChain() {
        WelfareCase story = paid();
        List<Event> events = new ArrayList<>(story.county().events(story.target()));
        String honest = events.get(1).digest();
        String forged = CanonicalJson.text(events.get(1)).replace("\"dupCheck\":\"NONE\"", "\"dupCheck\":\"CLEARED\"");
        assertThat(CanonicalJson.read(forged, Event.class).digest()).isNotEqualTo(honest);
    }

    @Test
    void headersAndEventsRoundTripThroughTheirCanonicalForm() {
        for (Header header : headers()) {
            byte[] json = CanonicalJson.write(header);
            assertThat(CanonicalJson.read(json, Header.class)).isEqualTo(header);
            assertThat(CanonicalJson.write(CanonicalJson.read(json, Header.class)))
                    .isEqualTo(json);
        }
    }

    @Test
    void decidingTwiceGivesTheSameBytes() {
        WelfareCase one = paid();
        WelfareCase other = paid();
        assertThat(CanonicalJson.write(one.header())).isEqualTo(CanonicalJson.write(other.header()));
    }

    @Test
    void whatIsDecidedIsWhatIsReadBack() {
        WelfareCase story = new WelfareCase(TestCounty.legal()).granted();
        Accepted accepted = story.instructingPayment(FINANCE_OFFICER).accepted();
        for (Decision.Change change : accepted.changes()) {
            assertThat(story.county().header(Target.of(change.header()))).isEqualTo(change.header());
            assertThat(story.county().events(Target.of(change.header())).getLast())
                    .isEqualTo(change.event());
        }
    }

    @Test
    void nothingButTheKeptFieldsStandsInAHeader() {
        String json = new String(CanonicalJson.write(paid().header()), StandardCharsets.UTF_8);
        assertThat(json).doesNotContain("\"live\"", "\"beganLate\"", "null");
    }
}
