package org.countyledger.domain.needs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.needs.MatchRule.Assignments;
import org.countyledger.domain.needs.MatchRule.Candidate;
import org.countyledger.domain.needs.MatchRule.Scored;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.CheckpointState;
import org.countyledger.domain.time.CountyTime;

/** Scores the candidates that a command lists from what stands on the ledger (E04). */
final class Matching {
    private static final long MOST_DAYS = 366;

    private Matching() {}

    private static Optional<PolicyVersion> policy(Situation situation) {
        return situation.policies().at("match", situation.at());
    }

    private static Optional<MatchRule> rule(Situation situation) {
        return policy(situation).flatMap(MatchRule::of);
    }

    private static Optional<Header> checkpoint(Situation situation) {
        return situation
                .clear()
                .text("checkpoint")
                .flatMap(id -> situation.record(Kind.CHECKPOINT, id))
                .filter(header -> header.state().equals(CheckpointState.PUBLISHED.name()));
    }

    /** Cited and at most three days old; while the county has none, none can be cited. */
    static Guard checkpointIsFresh() {
        return situation -> {
            boolean countyHasNone = situation
                    .facts()
                    .entry(new PointerKey("checkpoint"), Clear.class)
                    .isEmpty();
            boolean none = !situation.clear().has("checkpoint");
            if (none && countyHasNone) {
                return Optional.empty();
            }
            long most = policy(situation)
                    .flatMap(policy -> policy.integer("checkpoint.maxAge.days"))
                    .orElse(0L);
            LocalDate oldest = CountyTime.day(situation.at()).minusDays(most);
            boolean fresh = checkpoint(situation)
                    .map(header -> LocalDate.parse(header.id()))
                    .filter(day -> !day.isBefore(oldest))
                    .isPresent();
            return fresh ? Optional.empty() : situation.refuse(RefusalCode.CHECKPOINT_MISSING);
        };
    }

    static Guard everyCandidateIsEligible() {
        return situation -> {
            Optional<MatchRule> rule = rule(situation);
            if (rule.isEmpty()) {
                return situation.refuse(RefusalCode.POLICY_MISSING, "match");
            }
            List<String> listed = situation.clear().texts("candidates");
            boolean many = listed.size()
                    > policy(situation)
                            .flatMap(policy -> policy.integer("candidates.max"))
                            .orElse(0L);
            boolean twice = listed.stream().distinct().count() < listed.size();
            boolean eligible = listed.stream().allMatch(id -> isEligible(situation, rule.get(), id));
            return many || twice || !eligible ? situation.refuse(RefusalCode.NOT_ELIGIBLE) : Optional.empty();
        };
    }

    private static boolean isEligible(Situation situation, MatchRule rule, String id) {
        Clear need = NeedGuards.fields(situation);
        LocalDate today = CountyTime.day(situation.at());
        return situation
                .record(Kind.RESOURCE, id)
                .map(ResourceView::new)
                .filter(ResourceView::isOpen)
                .filter(resource -> resource.offers(need.text("serviceCode").orElse(""), town(situation), today))
                .filter(resource -> !need.texts(NeedGuards.EXCLUDED).contains(id))
                .map(resource -> candidate(situation, resource))
                .filter(candidate -> candidate.freeSlots() > 0)
                .filter(candidate -> !rule.isAtCap(candidate.assignments()))
                .isPresent();
    }

    private static String town(Situation situation) {
        return situation.header().founding().townCode().orElse("");
    }

    private static List<LocalDate> wantedDays(Situation situation) {
        LocalDate first = LocalDate.parse(situation.field("earliestDay").orElseThrow());
        LocalDate last = LocalDate.parse(situation.field("latestDay").orElseThrow());
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).limit(MOST_DAYS).toList();
    }

    private static Candidate candidate(Situation situation, ResourceView resource) {
        Optional<Header> checkpoint = checkpoint(situation);
        long free = 0;
        long all = 0;
        for (LocalDate day : wantedDays(situation)) {
            long capacity = resource.capacity(day);
            all += capacity;
            free += checkpoint
                    .flatMap(header -> freeSlots(header, resource.id(), day))
                    .map(slots -> Math.min(slots, capacity))
                    .orElse(capacity);
        }
        return new Candidate(
                resource.id(),
                resource.homeTown(),
                resource.ratingSum(),
                resource.ratings(),
                free,
                all,
                assignments(situation, checkpoint, resource.provider()));
    }

    /** What the checkpoint says of a resource's day; it names the days on which something is taken. */
    private static Optional<Long> freeSlots(Header checkpoint, String resource, LocalDate day) {
        return checkpoint.fields().objects("freeSlots").stream()
                .filter(entry -> entry.text("resource").equals(Optional.of(resource))
                        && entry.text("day").equals(Optional.of(day.toString())))
                .flatMap(entry -> entry.integer("free").stream())
                .findFirst();
    }

    private static Assignments assignments(Situation situation, Optional<Header> checkpoint, String provider) {
        String category = situation.field("categoryGroup").orElse("");
        List<Clear> shares =
                checkpoint.map(header -> header.fields().objects("providerShares")).orElse(List.of()).stream()
                        .filter(share -> share.text("category").equals(Optional.of(category))
                                && share.text("town").equals(Optional.of(town(situation))))
                        .toList();
        long all = shares.stream()
                .mapToLong(share -> share.integer("count").orElse(0L))
                .sum();
        long own = shares.stream()
                .filter(share -> share.text("provider").equals(Optional.of(provider)))
                .mapToLong(share -> share.integer("count").orElse(0L))
                .sum();
        return new Assignments(own, all);
    }

    /** The best stand in the header, all with their parts in the event. */
    static void rank(Situation situation, Draft draft) {
        MatchRule rule = rule(situation).orElseThrow();
        List<Candidate> candidates = situation.clear().texts("candidates").stream()
                .flatMap(id -> situation.record(Kind.RESOURCE, id).stream())
                .map(header -> candidate(situation, new ResourceView(header)))
                .toList();
        List<Scored> ranked = rule.rank(situation.header().id(), town(situation), candidates);
        long top =
                policy(situation).flatMap(policy -> policy.integer("top.count")).orElse(3L);
        draft.set("shortlist", ranked.stream().limit(top).map(Clear::read).toList());
        draft.show("algorithm", MatchRule.ALGORITHM);
        draft.note("scored", ranked.stream().map(Clear::read).toList());
    }
}
