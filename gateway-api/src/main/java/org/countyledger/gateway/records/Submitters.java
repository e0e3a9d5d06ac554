package org.countyledger.gateway.records;

import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.security.Caller;
import org.springframework.stereotype.Component;

/** Under which identity a command is submitted: the officer's, or the conduit's of the organisation that owns the record. */
@Component
final class Submitters {
    private final Roster roster;
    private final LedgerFacts facts;

    Submitters(Roster roster, LedgerFacts facts) {
        this.roster = roster;
        this.facts = facts;
    }

    ClientIdentity of(Caller caller, Target target) {
        return switch (caller) {
            case Caller.Officer officer -> officer.identity();
            case Caller.Anonymous anonymous -> conduit(target);
        };
    }

    private ClientIdentity conduit(Target target) {
        String owner = target.kind()
                .fixedOwner()
                .or(() -> owner(target))
                .orElseThrow(() -> new ProblemException(
                        target.creates() ? ProblemCode.AUTHENTICATION_REQUIRED : ProblemCode.NOT_FOUND_OR_HIDDEN));
        return roster.conduit(owner).orElseThrow(() -> new ProblemException(ProblemCode.LEDGER_UNAVAILABLE));
    }

    private Optional<String> owner(Target target) {
        return target.id()
                .flatMap(id -> facts.header(target.kind(), id))
                .map(Header::founding)
                .map(Header.Founding::ownerOrg);
    }
}
