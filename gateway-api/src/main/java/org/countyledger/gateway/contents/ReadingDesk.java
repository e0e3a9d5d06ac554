package org.countyledger.gateway.contents;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Access;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.springframework.stereotype.Component;

/** Reads private values: an officer's try is on the ledger before anything is read, allowed or not. */
@Component
final class ReadingDesk {
    private static final Text DENIED = new Text("无权查阅该内容，此次尝试已登记。", "Not allowed; the try is on record.");

    private final AccessLog log;
    private final LedgerFacts facts;
    private final Roster roster;

    ReadingDesk(AccessLog log, LedgerFacts facts, Roster roster) {
        this.log = log;
        this.facts = facts;
        this.roster = roster;
    }

    ContentResource read(ClientIdentity officer, Place place, Purpose purpose) {
        String access = recorded(officer, place, purpose);
        return ContentResource.of(bytes(officer, place, access), Optional.of(access));
    }

    /** Writes the access record and answers its id, if it says that the read is allowed. */
    private String recorded(ClientIdentity officer, Place place, Purpose purpose) {
        Header access = log.record(officer, "record", asked(place, purpose));
        if (!access.fields().text(Access.OUTCOME).equals(Optional.of(Access.GIVEN))) {
            throw new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, DENIED)
                    .with(new Finding.Link(
                            "access-record", "/v1/" + Kind.ACCESS_RECORD.collection() + "/" + access.id())));
        }
        return access.id();
    }

    private static Clear asked(Place place, Purpose purpose) {
        return new Clear(Map.of(
                "recordKind",
                place.kind().wireName(),
                Access.RECORD,
                place.id(),
                "group",
                place.group(),
                "purposeKind",
                purpose.kind().wireName(),
                "purposeId",
                purpose.id(),
                "purposeCode",
                purpose.code()));
    }

    private byte[] bytes(ClientIdentity officer, Place place, String access) {
        ReadingRequest request = new ReadingRequest(
                place.kind(),
                place.id(),
                place.group(),
                Optional.of(access),
                Instant.now().plus(AccessLog.VALIDITY),
                Optional.empty());
        return ask(officer, request, officer.mspId());
    }

    /** A resident's own, by the record's key; the conduit only carries the question. */
    ContentResource readOwn(Place place, Instant notAfter, CommandSignature signature) {
        String owner = facts.header(place.kind(), place.id())
                .map(Header::founding)
                .map(Header.Founding::ownerOrg)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
        ClientIdentity conduit =
                roster.conduit(owner).orElseThrow(() -> new ProblemException(ProblemCode.LEDGER_UNAVAILABLE));
        ReadingRequest request = new ReadingRequest(
                place.kind(), place.id(), place.group(), Optional.empty(), notAfter, Optional.of(signature));
        return ContentResource.of(ask(conduit, request, owner), Optional.empty());
    }

    private byte[] ask(ClientIdentity identity, ReadingRequest request, String holder) {
        return log.ask(identity, Functions.READ, request, holder);
    }
}
