package org.countyledger.domain.sharing;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.DueDate;

/** An access record as a private read quotes it: whose it is, for what, and whether it is fresh. */
record Trace(Header access) {
    private static final long SECONDS = 60;

    /** The access record of this id, if this officer wrote it a moment ago about such a group. */
    static Optional<Trace> find(String id, Actor actor, Facts facts, Instant at) {
        return facts.header(Kind.ACCESS_RECORD, id)
                .map(Trace::new)
                .filter(trace -> trace.isBy(actor))
                .filter(trace -> trace.isFresh(facts, at));
    }

    private boolean isBy(Actor actor) {
        return says("staff", actor.staff().orElse("-"))
                && says("department", actor.department().orElse("-"))
                && says("role", actor.role().name())
                && !access.fields().has(Access.RECIPIENT)
                && access.founding().ownerOrg().equals(actor.mspId());
    }

    private boolean isFresh(Facts facts, Instant at) {
        PolicyBook policies = new PolicyBook(facts);
        Instant written = access.position().at();
        Instant end = policies.at("access", at)
                .flatMap(policy -> policy.period("trace"))
                .map(named -> DueDate.of(written, named.period(), false, policies.calendar(at))
                        .at())
                .orElseGet(() -> written.plusSeconds(SECONDS));
        return !at.isAfter(end);
    }

    boolean isOf(Kind kind, String group) {
        return says("recordKind", kind.wireName()) && says("group", group);
    }

    boolean says(String field, String value) {
        return access.fields().text(field).equals(Optional.of(value));
    }

    boolean lists(String field, String id) {
        return access.fields().texts(field).contains(id);
    }
}
