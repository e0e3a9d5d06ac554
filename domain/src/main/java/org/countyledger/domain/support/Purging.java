package org.countyledger.domain.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Draft.Purge;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.time.DueDate;

/**
 * The purge of private groups (Z11): every value of the group, in every organisation that holds a copy. The commitments
 * stay, so a copy of the resident's own still verifies.
 */
final class Purging {
    static final String GROUPS = "groups";
    static final String BASIS = "basis";
    static final String RETENTION = "RETENTION";
    static final String REQUEST = "PIPL_47";
    private static final String PURGED = "purged";

    /** What came to nothing is kept for a shorter time. */
    private static final Set<String> ABANDONED = Set.of("WITHDRAWN", "LAPSED", "REDIRECTED");

    private Purging() {}

    static Guard guard() {
        return situation -> who(situation)
                .or(() -> groups(situation))
                .or(() -> CountyTables.isTerminal(situation.header())
                        ? Optional.empty()
                        : situation.refuse(RefusalCode.RECORD_OPEN))
                .or(() -> situation.header().running().anyMatch(Clock::window)
                                || situation.header().awaited().stream().anyMatch(awaited -> awaited.window())
                        ? situation.refuse(RefusalCode.RECORD_OPEN, "A resident's window is open.")
                        : Optional.empty())
                .or(() -> Findings.areClosed(situation) ? Optional.empty() : situation.refuse(RefusalCode.FINDING_OPEN))
                .or(() -> retention(situation));
    }

    /** The holder's own officer; a timer only carries out what is due for everybody. */
    private static Optional<Refusal> who(Situation situation) {
        boolean fine = situation.actor().isTimer()
                ? situation.text(BASIS).equals(RETENTION)
                : situation.actor().mspId().equals(situation.owner());
        return fine ? Optional.empty() : situation.refuse(RefusalCode.ROLE_NOT_ALLOWED);
    }

    private static Optional<Refusal> groups(Situation situation) {
        for (String group : situation.clear().texts(GROUPS)) {
            Group staged = situation.header().groups().get(group);
            if (staged == null || !isOwn(situation.header(), staged.key())) {
                return situation.refuse(RefusalCode.DOCUMENT_UNKNOWN, "/clear/" + GROUPS);
            }
            if (situation.header().fields().texts(PURGED).contains(mark(staged))) {
                return situation.refuse(RefusalCode.ALREADY_PURGED, "/clear/" + GROUPS);
            }
        }
        return Optional.empty();
    }

    private static boolean isOwn(Header header, ContentKey key) {
        return key.kind() == header.kind() && key.id().equals(header.id());
    }

    private static Optional<Refusal> retention(Situation situation) {
        if (situation.text(BASIS).equals(REQUEST)) {
            return Optional.empty();
        }
        Header header = situation.header();
        Optional<DueDate> end = situation
                .policy("retention")
                .flatMap(policy -> policy.period(parameter(header)))
                .map(named -> DueDate.of(
                        header.position().since(),
                        named.period(),
                        false,
                        situation.policies().calendar(situation.at())));
        if (end.isEmpty()) {
            return situation.refuse(RefusalCode.POLICY_MISSING, "retention");
        }
        return situation.at().isBefore(end.get().at())
                ? situation.refuse(
                        RefusalCode.RETENTION_RUNNING,
                        "availableAt=" + end.get().at())
                : Optional.empty();
    }

    private static String parameter(Header header) {
        return ABANDONED.contains(header.state())
                ? "abandoned"
                : header.founding().retentionClass().toLowerCase(Locale.ROOT);
    }

    static void apply(Situation situation, Draft draft) {
        List<String> purged = new ArrayList<>(draft.fields().texts(PURGED));
        Set<String> holders = new TreeSet<>(Set.of(situation.owner()));
        holders.addAll(situation
                .policies()
                .county(situation.at())
                .map(County::organizations)
                .orElseGet(TreeSet::new));
        for (String group : situation.clear().texts(GROUPS)) {
            Group last = situation.header().groups().get(group);
            if (last != null) {
                values(last.key(), holders, situation).forEach(draft::purge);
                purged.add(mark(last));
            }
        }
        draft.set(PURGED, purged);
    }

    /** Every value of the group up to the last, wherever its hash still stands. */
    private static List<Purge> values(ContentKey last, Set<String> holders, Situation situation) {
        List<Purge> found = new ArrayList<>();
        for (long n = 1; n <= last.n(); n++) {
            ContentKey key = last.at(n);
            holders.stream()
                    .filter(mspId -> situation.facts().contentHash(mspId, key).isPresent())
                    .forEach(mspId -> found.add(new Purge(mspId, key)));
        }
        return found;
    }

    private static String mark(Group group) {
        return group.key().group() + "#" + group.key().n();
    }
}
