package org.countyledger.gateway.contents;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationState;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.RecordView;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.problem.Finding;
import org.countyledger.gateway.problem.LedgerProblems;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.security.HeldKeys;
import org.springframework.stereotype.Component;

/** Writes on the ledger that an officer is about to read something private, and asks for it under that. */
@Component
final class AccessLog {
    static final Duration VALIDITY = Duration.ofMinutes(2);
    private static final int KEY_BYTES = 32;

    private final LedgerClient client;
    private final Position position;
    private final SecureRandom random = new SecureRandom();

    AccessLog(LedgerClient client, Position position) {
        this.client = client;
        this.position = position;
    }

    /**
     * The access record as the contract judged it.
     *
     * @param action of the table of access records
     * @throws ProblemException if it is not on the ledger
     */
    Header record(ClientIdentity officer, String action, Clear asked) {
        Command command = command(action, asked);
        String subject = HeldKeys.require(officer).subject();
        Operation operation = client.submit(Submission.of(subject, command));
        if (operation.state() != OperationState.VALID) {
            throw new ProblemException(operation
                    .failure()
                    .map(LedgerProblems::finding)
                    .orElseGet(() -> Finding.of(ProblemCode.LEDGER_UNAVAILABLE)));
        }
        position.awaitReadable(operation);
        byte[] view = LedgerProblems.in(() -> client.evaluate(
                subject,
                Query.of(Functions.GET, Kind.ACCESS_RECORD.wireName(), command.id())
                        .aboutKnownRecord()));
        return CanonicalJson.read(view, RecordView.class).header();
    }

    private Command command(String action, Clear asked) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        IdempotencyKey key = new IdempotencyKey(secret);
        String id = key.recordId(Kind.ACCESS_RECORD);
        return new Command(
                Kind.ACCESS_RECORD,
                id,
                action,
                0,
                asked,
                new TreeMap<>(),
                key.over(Kind.ACCESS_RECORD, id, action, asked, Map.of()),
                Instant.now().plus(VALIDITY),
                List.of());
    }

    /** Asks a peer of the organisation that holds the value. */
    byte[] ask(ClientIdentity identity, String function, Object request, String holder) {
        Query query = Query.of(function, CanonicalJson.text(request))
                .aboutKnownRecord()
                .by(holder);
        return LedgerProblems.in(() -> client.evaluate(identity.subject(), query));
    }
}
