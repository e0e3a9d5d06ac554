package org.countyledger.domain.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.ListReadingRequest;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header.Group;

/**
 * Decides private reads of several records under one access record (J33), which has judged each of them.
 *
 * @param at the later of the transaction's time and the peer's clock: it only ever refuses
 */
public record ListReading(ListReadingRequest request, Instant at, Facts facts) {
    private static final String RULE = "J33";

    /** What may be read. */
    public sealed interface Verdict {
        /** By record; records that were denied are left out. */
        record Given(Map<String, Group> groups) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }

    public Verdict decide(Actor actor) {
        if (at.isAfter(request.notAfter())) {
            return refused(RefusalCode.COMMAND_EXPIRED);
        }
        Optional<Trace> trace = Trace.find(request.accessRecord(), actor, facts, at)
                .filter(found -> found.isOf(request.kind(), request.group()))
                .filter(found -> request.ids().stream().allMatch(id -> found.lists(Access.RECORDS, id)));
        return trace.<Verdict>map(found -> new Verdict.Given(groups(found)))
                .orElseGet(() -> refused(RefusalCode.ACCESS_RECORD_MISSING));
    }

    private Map<String, Group> groups(Trace trace) {
        Map<String, Group> groups = new TreeMap<>();
        request.ids().stream()
                .filter(id -> trace.lists(Access.SHOWN, id))
                .forEach(id -> facts.header(request.kind(), id)
                        .flatMap(header -> header.group(request.group()))
                        .ifPresent(group -> groups.put(id, group)));
        return groups;
    }

    private static Verdict refused(RefusalCode code) {
        return new Verdict.Refused(Refusal.of(code, RULE));
    }
}
