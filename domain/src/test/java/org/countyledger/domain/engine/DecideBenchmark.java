package org.countyledger.domain.engine;

import static org.countyledger.domain.testing.Officers.COUNTY_DECIDER;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.FactsAtHand;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions a second on one core by the largest table, welfare applications; {@code scripts/benchmark --decide}. A grant
 * starts two clocks and changes two, a refusal says why not. What a decision depends on is at hand, as a peer has it that
 * read it before. Beside it stands what the codec costs: {@code grantAndSeal} decides, writes the event's canonical JSON and
 * digest and the header's canonical JSON, which is all that a commit writes.
 */
@State(Scope.Thread)
@Threads(1)
@Fork(1)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecideBenchmark {
    private final TestCounty county = TestCounty.legal();
    private Optional<Header> header = Optional.empty();
    private Optional<Request> granting = Optional.empty();
    private Optional<Request> commenting = Optional.empty();
    private Optional<Request> byTheWrongRole = Optional.empty();
    private byte[] json = {};
    private byte[] eventJson = {};
    private Facts facts = county.ledger();

    @Setup
    public void anApplicationBeforeTheCounty() {
        WelfareCase story = new WelfareCase(county).inCountyReview();
        Act grant = story.granting(COUNTY_DECIDER);
        granting = Optional.of(request(grant, COUNTY_DECIDER));
        commenting = Optional.of(request(story.by(TOWN_CLERK).does("comment").staging("note"), TOWN_CLERK));
        byTheWrongRole = Optional.of(request(story.granting(TOWN_CLERK), TOWN_CLERK));
        header = Optional.of(story.header());
        json = CanonicalJson.write(story.header());
        facts = new FactsAtHand(county.ledger());
        Decision.Accepted granted = (Decision.Accepted) grant();
        comment();
        Event event = granted.changes().getFirst().event();
        eventJson = CanonicalJson.write(event);
        int after = CanonicalJson.write(granted.changes().getFirst().header()).length;
        System.out.printf("a grant writes a header of %d bytes and an event of %d bytes%n", after, eventJson.length);
    }

    private Request request(Act act, Actor actor) {
        act.decided();
        return county.request(actor, act.command());
    }

    private Decision decide(Optional<Request> request) {
        return county.engine().decide(header, request.orElseThrow(), facts);
    }

    private static Decision accepted(Decision decision) {
        if (decision instanceof Decision.Accepted) {
            return decision;
        }
        throw new IllegalStateException("should be accepted: " + decision);
    }

    @Benchmark
    public Decision grant() {
        return accepted(decide(granting));
    }

    @Benchmark
    public int grantAndSeal() {
        Decision.Change change = ((Decision.Accepted) grant()).changes().getFirst();
        return change.eventJson().length + CanonicalJson.write(change.header()).length;
    }

    @Benchmark
    public Decision comment() {
        return accepted(decide(commenting));
    }

    @Benchmark
    public Decision refuseTheWrongRole() {
        return decide(byTheWrongRole);
    }

    @Benchmark
    public Header readTheHeader() {
        return CanonicalJson.read(json, Header.class);
    }

    @Benchmark
    public String digestTheEvent() {
        return CanonicalJson.digest(CanonicalJson.read(eventJson, Event.class));
    }
}
