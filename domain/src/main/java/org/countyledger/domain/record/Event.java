package org.countyledger.domain.record;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One transition of one record, stored under {@code E~kind~id~seq}, never overwritten (domain.md 3.1). Each names the
 * digest of the one before, so the chain of a record can be exported and checked alone.
 *
 * @param clear what the row puts in clear
 * @param commitments group to commitment of each private value that the command named
 * @param clocks what became of the clocks
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
        String prevEventDigest) {

    public static final String NO_EVENT_BEFORE = "0".repeat(64);

    public Event {
        signers = List.copyOf(signers);
        commitments = Collections.unmodifiableSortedMap(new TreeMap<>(commitments));
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

    /** A clock as it is after the event. */
    public record ClockChange(String name, int n, Clock.State state, Instant dueAt) {}

    /** SHA-256 of the canonical JSON, hex. */
    public String digest() {
        return CanonicalJson.digest(this);
    }
}
