package org.countyledger.gateway.records;

import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.security.Caller;
import org.springframework.stereotype.Component;

/** Asks a peer for one record, for callers who do not want to rely on the projection. */
@Component
final class LedgerReads {
    private final LedgerClient client;
    private final Roster roster;

    LedgerReads(LedgerClient client, Roster roster) {
        this.client = client;
        this.roster = roster;
    }

    /** Number of the chain's last block, asked before the record. */
    AsOf asOf() {
        try {
            return new AsOf(client.height() - 1);
        } catch (LedgerException e) {
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        }
    }

    Optional<StoredRecord> find(Kind kind, String id, Caller caller) {
        try {
            byte[] answer = client.evaluate(asker(caller).subject(), Query.of(Functions.GET, kind.wireName(), id));
            RecordView view = CanonicalJson.read(answer, RecordView.class);
            return Optional.of(new StoredRecord(view.header(), view.overlays()));
        } catch (LedgerException e) {
            if (isUnknown(e.failure())) {
                return Optional.empty();
            }
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        }
    }

    private ClientIdentity asker(Caller caller) {
        return switch (caller) {
            case Caller.Officer officer -> roster.voice(officer.identity());
            case Caller.Anonymous anonymous ->
                roster.asker().orElseThrow(() -> new ProblemException(ProblemCode.LEDGER_UNAVAILABLE));
        };
    }

    private static boolean isUnknown(LedgerFailure failure) {
        return failure instanceof LedgerFailure.Refused refused
                && refused.code().equals(RefusalCode.UNKNOWN_RECORD.name());
    }
}
