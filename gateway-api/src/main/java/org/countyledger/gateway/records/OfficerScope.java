package org.countyledger.gateway.records;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Placement;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.PublicKinds;
import org.springframework.stereotype.Component;

/**
 * What an officer sees of which record. Inside the four organisations what stands in clear is readable by all (domain.md 5);
 * who did it is for those who work on the record by organisation, department, town or grid, and for auditors. Two sorts are
 * hidden from the others altogether: what was sealed, and another officer's declaration of interests. Contractors read what
 * they work on.
 */
@Component
final class OfficerScope {
    private static final String SEALED = "SEALED";
    private static final Set<Role> OVERSEERS = EnumSet.of(Role.AUDITOR, Role.AUDIT_LEAD);
    private static final Set<Kind> OF_PROVIDERS =
            EnumSet.of(Kind.SERVICE_NEED, Kind.RESOURCE, Kind.PPP_CONTRACT, Kind.PERFORMANCE_REPORT, Kind.APPOINTMENT);

    private final PolicyBook policies;

    OfficerScope(LedgerFacts facts) {
        this.policies = new PolicyBook(facts);
    }

    /** How much of a record somebody sees. */
    enum Sight {
        WHOLE,
        WITHOUT_PERSONS,
        NOTHING
    }

    /** Lets nobody read a kind who may see none of it. */
    void requireReader(Caller caller, Kind kind) {
        PublicKinds.requireReader(caller, kind);
        if (caller instanceof Caller.Officer officer
                && !PublicKinds.contains(kind)
                && Roster.actor(officer.identity()).role() == Role.PROVIDER
                && !OF_PROVIDERS.contains(kind)) {
            throw new ProblemException(ProblemCode.NOT_ALLOWED);
        }
    }

    Sight of(Header header, Caller caller) {
        return switch (caller) {
            case Caller.Anonymous anonymous -> Sight.WITHOUT_PERSONS;
            case Caller.Officer officer -> of(header, Roster.actor(officer.identity()));
        };
    }

    private Sight of(Header header, Actor actor) {
        boolean isOpen = PublicKinds.contains(header.kind());
        boolean didIt = actor.staff().filter(header::hasHandOf).isPresent();
        if (isOpen || didIt || OVERSEERS.contains(actor.role()) || worksOn(header, actor)) {
            return Sight.WHOLE;
        }
        boolean hidden = header.state().equals(SEALED)
                || header.kind() == Kind.CONFLICT_DECLARATION
                || actor.role() == Role.PROVIDER;
        return hidden ? Sight.NOTHING : Sight.WITHOUT_PERSONS;
    }

    private boolean worksOn(Header header, Actor actor) {
        boolean isOwn = actor.mspId().equals(header.founding().ownerOrg())
                || Optional.of(actor.mspId()).equals(header.handling().org());
        if (header.kind() == Kind.CONFLICT_DECLARATION) {
            return isOwn
                    && (actor.role() == Role.SUPERVISOR
                            || actor.staff().filter(header::hasHandOf).isPresent());
        }
        if (header.state().equals(SEALED)) {
            return isOwn && (actor.role() == Role.PETITION_REGISTRAR || actor.role() == Role.SUPERVISOR);
        }
        if (actor.role() == Role.PROVIDER) {
            return isOwn && header.fields().text("provider").equals(actor.department());
        }
        return isOwn
                && Placement.mismatch(actor, scope(header), () -> policies.county(Instant.now()))
                        .isEmpty();
    }

    private static Placement.Scope scope(Header header) {
        return new Placement.Scope(
                header.handling().org(),
                header.handling().dept(),
                header.founding().townCode(),
                header.fields().text("grid"));
    }
}
