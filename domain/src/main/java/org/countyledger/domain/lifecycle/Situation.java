package org.countyledger.domain.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;

/**
 * What a row is judged in: the record as it is, the request, and the ledger around them.
 *
 * @param before the record, absent while it is being created
 */
public record Situation(Row row, Optional<Header> before, Request request, Facts facts) {

    /** The record as it is; only for rows that do not create it. */
    public Header header() {
        return before.orElseThrow(() -> new IllegalStateException(row.rule() + " creates the record"));
    }

    public Command command() {
        return request.command();
    }

    public Actor actor() {
        return request.actor();
    }

    public Clear clear() {
        return command().clear();
    }

    /** The command's text in clear; its fields are checked before any guard, so a required one is there. */
    public String text(String name) {
        return clear().text(name).orElse("");
    }

    public Instant at() {
        return request.effectiveAt(before);
    }

    /** The record's own field. */
    public Optional<String> field(String name) {
        return before.flatMap(header -> header.fields().text(name));
    }

    /** MSP id of the organisation that owns the record and holds its private values. */
    public String owner() {
        return before.map(header -> header.founding().ownerOrg())
                .or(() -> command().kind().fixedOwner())
                .orElseGet(() -> actor().mspId());
    }

    public PolicyBook policies() {
        return new PolicyBook(facts);
    }

    /**
     * The version of this policy that holds for the record: the one it was opened under, if it is that policy, else the
     * one in effect now (domain.md 3.9).
     */
    public Optional<PolicyVersion> policy(String policy) {
        return before.flatMap(header -> header.founding().policyRef())
                .filter(ref -> ref.id().equals(policy))
                .flatMap(ref -> policies().text(ref.id(), ref.version()))
                .or(() -> policies().at(policy, at()));
    }

    public Optional<Header> linked(String rel) {
        return before.flatMap(header -> header.link(rel)).flatMap(link -> facts.header(link.kind(), link.id()));
    }

    public Optional<Header> parent() {
        return linked(Link.PARENT);
    }

    public Optional<Header> record(Kind kind, String id) {
        return facts.header(kind, id);
    }

    public Optional<Refusal> refuse(RefusalCode code) {
        return Optional.of(Refusal.of(code, row.rule()));
    }

    public Optional<Refusal> refuse(RefusalCode code, String detail) {
        return Optional.of(Refusal.of(code, row.rule(), detail));
    }
}
