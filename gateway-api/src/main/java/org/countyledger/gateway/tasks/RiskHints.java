package org.countyledger.gateway.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.risk.RiskModelState;
import org.countyledger.domain.sharing.Readers;
import org.countyledger.gateway.contents.ListDesk;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Tasks;
import org.springframework.stereotype.Component;

/**
 * The last scores of grievances, for an officer's inbox. Bands are private and stand nowhere but with the ledger's owner:
 * they are read each time, under an access record, and never kept.
 */
@Component
final class RiskHints {
    static final String GROUP = "score";
    private static final String PURPOSE_CODE = "INBOX";

    private final Tasks tasks;
    private final LedgerFacts facts;
    private final ListDesk desk;

    RiskHints(Tasks tasks, LedgerFacts facts, ListDesk desk) {
        this.tasks = tasks;
        this.facts = facts;
        this.desk = desk;
    }

    /**
     * Hints by grievance.
     *
     * @param accessRecord that says who looked; absent if nothing private was asked for
     */
    record Found(Map<String, List<RiskHint>> byGrievance, Optional<String> accessRecord) {}

    Found of(ClientIdentity officer, List<Header> records) {
        List<String> grievances = records.stream()
                .filter(record -> record.kind() == Kind.GRIEVANCE)
                .map(Header::id)
                .toList();
        List<Header> scores = last(tasks.belonging(Kind.RISK_SCORE, Kind.GRIEVANCE, grievances));
        Optional<ListDesk.Read> read = read(officer, scores);
        Map<String, PrivateValue> values = read.map(ListDesk.Read::values).orElseGet(Map::of);
        Map<String, List<RiskHint>> hints = new HashMap<>();
        for (Header score : scores) {
            hints.computeIfAbsent(said(score, "recordId"), id -> new ArrayList<>())
                    .add(hint(score, Optional.ofNullable(values.get(score.id()))));
        }
        return new Found(hints, read.map(ListDesk.Read::accessRecord));
    }

    /** Of each grievance and purpose the score of its last event; none that is over, or whose model is out of use. */
    private List<Header> last(List<Header> scores) {
        Map<String, Boolean> models = new HashMap<>();
        Map<String, Header> last = new LinkedHashMap<>();
        scores.stream()
                .filter(score -> !CountyTables.isTerminal(score))
                .filter(score -> expiry(score).isAfter(Instant.now()))
                .filter(score -> models.computeIfAbsent(said(score, "model"), this::isInUse))
                .sorted(Comparator.comparingLong(RiskHints::sequence).reversed())
                .forEach(score -> last.putIfAbsent(said(score, "recordId") + said(score, "purpose"), score));
        return List.copyOf(last.values());
    }

    private boolean isInUse(String model) {
        return facts.header(Kind.RISK_MODEL, model)
                .filter(header -> header.state().equals(RiskModelState.ACTIVE.name()))
                .isPresent();
    }

    /** The contract judges again; who is not asked for here leaves no denied try with each look at his inbox. */
    private Optional<ListDesk.Read> read(ClientIdentity officer, List<Header> scores) {
        Actor actor = Roster.actor(officer);
        List<String> wanted = scores.stream()
                .filter(score ->
                        Readers.includeInList(score, GROUP, actor, () -> new PolicyBook(facts).county(Instant.now())))
                .map(Header::id)
                .toList();
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(desk.read(officer, new ListDesk.Wish(Kind.RISK_SCORE, wanted, GROUP, PURPOSE_CODE)));
    }

    private static RiskHint hint(Header score, Optional<PrivateValue> value) {
        return new RiskHint(
                score.id(),
                said(score, "purpose"),
                score.state(),
                expiry(score),
                value.flatMap(given -> RiskHint.Shown.of(score, given)));
    }

    private static Instant expiry(Header score) {
        return score.clock("EXPIRY").map(clock -> clock.dueAt()).orElse(Instant.EPOCH);
    }

    private static long sequence(Header score) {
        return score.fields().integer("recordSeq").orElse(0L);
    }

    private static String said(Header score, String field) {
        return score.fields().text(field).orElse("");
    }
}
