package org.countyledger.domain.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.RecordKey;

/**
 * Decides private reads (docs/architecture.md, rule 4). An officer quotes an access record of his own; a resident signs.
 *
 * @param at the later of the transaction's time and the peer's clock: it only ever refuses
 */
public record Reading(ReadingRequest request, Moment moment, Instant at, Facts facts) {
    private static final String RULE = "J31";

    /** Whose copy may be read. */
    public sealed interface Verdict {
        record Given(String mspId, Group group) implements Verdict {}

        record Refused(Refusal refusal) implements Verdict {}
    }

    public Verdict decide(Actor actor) {
        if (at.isAfter(request.notAfter())) {
            return refused(RefusalCode.COMMAND_EXPIRED);
        }
        Optional<Header> record = facts.header(request.kind(), request.id());
        Optional<Group> group = record.map(header -> header.groups().get(request.group()));
        if (group.isEmpty()) {
            return refused(record.isEmpty() ? RefusalCode.UNKNOWN_RECORD : RefusalCode.CONTENT_MISSING);
        }
        return actor.isConduit() ? byKey(record.get(), group.get()) : byOfficer(actor, group.get());
    }

    private Verdict byOfficer(Actor actor, Group group) {
        Optional<Trace> trace = request.accessRecord()
                .flatMap(id -> Trace.find(id, actor, facts, at))
                .filter(found -> found.isOf(request.kind(), request.group()))
                .filter(found -> found.says(Access.RECORD, request.id()));
        if (trace.isEmpty()) {
            return refused(RefusalCode.ACCESS_RECORD_MISSING);
        }
        return trace.get().says(Access.OUTCOME, Access.GIVEN)
                ? new Verdict.Given(actor.mspId(), group)
                : refused(RefusalCode.ACCESS_DENIED);
    }

    private Verdict byKey(Header record, Group group) {
        Optional<CommandSignature> signature = request.signature();
        if (signature.isEmpty()) {
            return refused(RefusalCode.SIGNATURE_REQUIRED);
        }
        if (!Readers.includeResident(record, request.group()) || !isKeyOf(record, signature.get())) {
            return refused(RefusalCode.KEY_UNKNOWN);
        }
        byte[] bytes = request.signedBytes(moment.channel(), moment.chaincode());
        return P256.verify(signature.get().spki(), bytes, signature.get().signature())
                ? new Verdict.Given(group.org(), group)
                : refused(RefusalCode.SIGNATURE_INVALID);
    }

    private boolean isKeyOf(Header record, CommandSignature signature) {
        Stream<RecordKey> parents =
                record.link(Header.Link.PARENT).flatMap(link -> facts.header(link.kind(), link.id())).stream()
                        .flatMap(parent -> parent.keys().stream());
        return Stream.concat(record.keys().stream(), parents).anyMatch(key -> mayRead(key, signature));
    }

    private static boolean mayRead(RecordKey key, CommandSignature signature) {
        boolean isResident = switch (key.keyRole()) {
            case HOLDER, PROXY -> true;
            case PARTY_1, PARTY_2, PARTY_3, PARTY_4, PARTY_5, OBJECTOR, WITNESS -> false;
        };
        return isResident
                && key.isLive()
                && key.keyRole() == signature.keyRole()
                && key.spki().equals(signature.spki());
    }

    private static Verdict refused(RefusalCode code) {
        return new Verdict.Refused(Refusal.of(code, RULE));
    }
}
