package org.countyledger.gateway.contents;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Access;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.LedgerProblems;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.security.HeldKeys;
import org.springframework.stereotype.Component;

/** Reads private values: an officer's try is on the ledger before anything is read, allowed or not. */
@Component
final class ReadingDesk {
    private static final Duration VALIDITY = Duration.ofMinutes(2);
    private static final int KEY_BYTES = 32;
    private static final Text DENIED = new Text("无权查阅该内容，此次尝试已登记。", "Not allowed; the try is on record.");

    private final LedgerClient client;
    private final LedgerFacts facts;
    private final Roster roster;
    private final Position position;
    private final SecureRandom random = new SecureRandom();

    ReadingDesk(LedgerClient client, LedgerFacts facts, Roster roster, Position position) {
        this.client = client;
        this.facts = facts;
        this.roster = roster;
        this.position = position;
    }

    ContentResource read(ClientIdentity officer, Place place, Purpose purpose) {
        String access = recorded(HeldKeys.require(officer), place, purpose);
        return ContentResource.of(bytes(officer, place, access), Optional.of(access));
    }

    /** Writes the access record and answers its id, if it says that the read is allowed. */
    private String recorded(ClientIdentity officer, Place place, Purpose purpose) {
        Command command = recording(place, purpose);
        Operation operation = client.submit(Submission.of(officer.subject(), command));
        if (operation.state() != OperationState.VALID) {
            throw new ProblemException(operation
                    .failure()
                    .map(LedgerProblems::finding)
                    .orElseGet(() -> Finding.of(ProblemCode.LEDGER_UNAVAILABLE)));
        }
        position.awaitReadable(operation);
        if (!outcome(officer, command.id()).equals(Optional.of(Access.GIVEN))) {
            throw new ProblemException(Finding.of(ProblemCode.NOT_ALLOWED, DENIED)
                    .with(new Finding.Link(
                            "access-record", "/v1/" + Kind.ACCESS_RECORD.collection() + "/" + command.id())));
        }
        return command.id();
    }

    private Optional<String> outcome(ClientIdentity officer, String access) {
        byte[] view = LedgerProblems.in(() -> client.evaluate(
                officer.subject(),
                Query.of(Functions.GET, Kind.ACCESS_RECORD.wireName(), access).aboutKnownRecord()));
        return CanonicalJson.read(view, RecordView.class).header().fields().text(Access.OUTCOME);
    }

    private Command recording(Place place, Purpose purpose) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        IdempotencyKey key = new IdempotencyKey(secret);
        String id = key.recordId(Kind.ACCESS_RECORD);
        Clear clear = new Clear(Map.of(
                "recordKind", place.kind().wireName(),
                "recordId", place.id(),
                "group", place.group(),
                "purposeKind", purpose.kind().wireName(),
                "purposeId", purpose.id(),
                "purposeCode", purpose.code()));
        return new Command(
                Kind.ACCESS_RECORD,
                id,
                "record",
                0,
                clear,
                new TreeMap<>(),
                key.over(Kind.ACCESS_RECORD, id, "record", clear, Map.of()),
                Instant.now().plus(VALIDITY),
                List.of());
    }

    private byte[] bytes(ClientIdentity officer, Place place, String access) {
        ReadingRequest request = new ReadingRequest(
                place.kind(),
                place.id(),
                place.group(),
                Optional.of(access),
                Instant.now().plus(VALIDITY),
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
        Query query = Query.of(Functions.READ, CanonicalJson.text(request))
                .aboutKnownRecord()
                .by(holder);
        return LedgerProblems.in(() -> client.evaluate(identity.subject(), query));
    }
}
