package org.countyledger.domain.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Header.PolicyRef;

/** The ratified versions of one policy, under {@code M~policy~name}, oldest first. */
public record PolicyVersions(List<Ratified> versions) {
    public static final PolicyVersions NONE = new PolicyVersions(List.of());
    private static final Comparator<Ratified> BY_EFFECT =
            Comparator.comparing(Ratified::effectiveFrom).thenComparingLong(Ratified::version);

    public PolicyVersions {
        versions = List.copyOf(versions);
    }

    /** A version, when it takes effect and the digest of its text. */
    public record Ratified(long version, Instant effectiveFrom, String sha256) {}

    /** The version in effect at this moment; of two that took effect together, the later one. */
    public Optional<Ratified> at(Instant moment) {
        Optional<Ratified> last = Optional.empty();
        for (Ratified version : versions) {
            boolean later =
                    last.map(known -> BY_EFFECT.compare(version, known) > 0).orElse(true);
            if (later && !version.effectiveFrom().isAfter(moment)) {
                last = Optional.of(version);
            }
        }
        return last;
    }

    public long last() {
        return versions.isEmpty() ? 0 : versions.getLast().version();
    }

    public PolicyVersions with(PolicyRef ref, Instant effectiveFrom) {
        List<Ratified> more = new ArrayList<>(versions);
        more.add(new Ratified(ref.version(), effectiveFrom, ref.sha256()));
        return new PolicyVersions(more);
    }
}
