package org.countyledger.domain.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.countyledger.domain.record.Clock.Pause;
import org.countyledger.domain.record.Clock.Period;
import org.countyledger.domain.record.Clock.Provisional;

/**
 * One transition of one record, stored under {@code E~kind~id~seq}, never overwritten (domain.md 3.1). Each names the
 * digest of the one before, so the chain of a record can be exported and checked alone.
 *
 * @param clear what the row puts in clear
 * @param commitments group to commitment of each private value that the command named
 * @param clocks what became of the clocks
 * @param change what became of the header beyond that, so that the chain gives the header
 * @param prevEventDigest SHA-256 of the canonical JSON of the event before; 64 zeros for the first
 */
public record Event(
        long seq,
        Step step,
        Doer doer,
        List<Signer> signers,
        Clear clear,
        SortedMap<String, String> commitments,
        List<ClockChange> clocks,
        Instant at,
        String prevEventDigest,
        Optional<HeaderChange> change) {

    public static final String NO_EVENT_BEFORE = "0".repeat(64);

    public Event {
        signers = List.copyOf(signers);
        commitments = Sealed.map(commitments);
        clocks = List.copyOf(clocks);
    }

    /**
     * The rule that permitted the transition.
     *
     * @param from empty string when the record was created
     */
    public record Step(String rule, String action, Optional<String> variant, String from, String to) {}

    /** Who submitted it: the organisation and, for officers, department, role and pseudonymous number. */
    public record Doer(String org, Optional<String> dept, String role, Optional<String> staff) {}

    /** A record key's signature; {@code commandDigest} is SHA-256 of the signed bytes. */
    public record Signer(KeyRole keyRole, String spki, String commandDigest, String signature) {}

    /**
     * A clock as it is after the event.
     *
     * @param started what does not change any more, with the event that starts it
     */
    public record ClockChange(
            String name,
            int n,
            Clock.State state,
            Instant dueAt,
            Optional<Pause> pause,
            Optional<Provisional> provisional,
            Optional<Started> started) {

        /** What a clock keeps; it starts at the time of the event. */
        public record Started(String basis, boolean window, Period period) {}

        public static ClockChange of(Clock clock, boolean starts) {
            return new ClockChange(
                    clock.name(),
                    clock.n(),
                    clock.state(),
                    clock.dueAt(),
                    clock.pause(),
                    clock.provisional(),
                    starts
                            ? Optional.of(new Started(clock.basis(), clock.window(), clock.period()))
                            : Optional.empty());
        }

        Clock changed(Clock before) {
            return new Clock(
                    name,
                    n,
                    before.startedAt(),
                    dueAt,
                    before.basis(),
                    before.window(),
                    before.period(),
                    state,
                    pause,
                    provisional);
        }

        Clock started(Instant at) {
            Started start = started.orElseThrow(() -> new IllegalArgumentException(name + " was never started"));
            return new Clock(
                    name, n, at, dueAt, start.basis(), start.window(), start.period(), state, pause, provisional);
        }
    }

    /** SHA-256 of the canonical JSON, hex. */
    public String digest() {
        return CanonicalJson.digest(this);
    }
}
