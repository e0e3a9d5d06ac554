package org.countyledger.domain.engine;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Header.PolicyRef;
import org.countyledger.domain.record.Header.Position;
import org.countyledger.domain.record.Kind;

/** Starts drafts of records that do not exist yet. */
final class Founder {
    private final Situation situation;
    private final Lifecycle lifecycle;
    private final Instant at;

    Founder(Situation situation, Lifecycle lifecycle) {
        this.situation = situation;
        this.lifecycle = lifecycle;
        this.at = situation.at();
    }

    /** A record that a command creates. */
    Draft byCommand() {
        Kind kind = lifecycle.kind();
        Founding founding = new Founding(
                Header.SCHEMA_VERSION,
                kind,
                situation.command().id(),
                countyCode(),
                situation.clear().text("town"),
                situation.owner(),
                kind.prefix().map(this::ref),
                lifecycle.retention());
        return Draft.founded(founding, start());
    }

    /** A record that another one opens; it is worked on by the parent's department unless the opening says otherwise. */
    static Draft opened(Header parent, Lifecycle lifecycle, String id, Position start) {
        Kind kind = lifecycle.kind();
        Founding of = parent.founding();
        Founding founding = new Founding(
                Header.SCHEMA_VERSION,
                kind,
                id,
                of.countyCode(),
                of.townCode(),
                kind.fixedOwner().orElse(of.ownerOrg()),
                of.policyRef(),
                lifecycle.retention());
        Draft draft =
                Draft.founded(founding, start).handsOf(parent).link(new Link(Link.PARENT, parent.kind(), parent.id()));
        parent.handling()
                .org()
                .ifPresent(org -> draft.handledBy(org, parent.handling().dept().orElseThrow()));
        return draft;
    }

    Position start() {
        return new Position(
                "",
                at,
                0,
                at,
                Event.NO_EVENT_BEFORE,
                situation.request().moment().txId());
    }

    private PolicyRef ref(String prefix) {
        return situation
                .policies()
                .refAt(prefix, at)
                .orElseThrow(() -> new RefusedException(RefusalCode.POLICY_MISSING, prefix));
    }

    private String countyCode() {
        PolicyBook policies = situation.policies();
        return policies.county(at)
                .map(County::code)
                .or(this::ownCode)
                .orElseThrow(() -> new RefusedException(RefusalCode.COUNTY_NOT_FOUNDED, ""));
    }

    /** The first policy {@code county} founds the county and brings its code. */
    private Optional<String> ownCode() {
        Clear clear = situation.clear();
        return Optional.of(clear)
                .filter(text ->
                        lifecycle.kind() == Kind.POLICY && text.text("policy").equals(Optional.of(County.POLICY)))
                .flatMap(text -> text.object("entries"))
                .flatMap(entries -> entries.object("code"))
                .flatMap(entry -> entry.text("value"));
    }
}
