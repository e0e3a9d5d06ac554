package org.countyledger.gateway.open311;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.gateway.problem.LedgerProblems;
import org.springframework.stereotype.Component;

/** Registers reports for those who made them, as the officer whose key the application holds (rule B02). */
@Component
final class Reports {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int KEY_BYTES = 32;
    private static final String ACTION = "registerFor";
    private static final String SALT = "county/officer-salt/v1";

    private final LedgerClient client;
    private final SecureRandom random = new SecureRandom();

    Reports(LedgerClient client) {
        this.client = client;
    }

    IdempotencyKey newKey() {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        return new IdempotencyKey(secret);
    }

    /** Stages what is private and begins to register. The same key again is the same report. */
    Operation register(ClientIdentity officer, Report report, IdempotencyKey key) {
        String id = key.recordId(Kind.GRIEVANCE);
        Instant notAfter = Instant.now().plus(VALIDITY);
        TreeMap<String, String> commitments = new TreeMap<>();
        report.contents().forEach((group, content) -> {
            ContentKey place = new ContentKey(Kind.GRIEVANCE, id, group, 1);
            PrivateValue value = value(place, key, content);
            stage(officer, new StagingRequest(place, value.commitment(), notAfter, Optional.empty()), value);
            commitments.put(group, value.commitment());
        });
        Command command = new Command(
                Kind.GRIEVANCE,
                id,
                ACTION,
                0,
                report.clear(),
                commitments,
                key.over(Kind.GRIEVANCE, id, ACTION, report.clear(), commitments),
                notAfter,
                List.of());
        return client.start(Submission.of(officer.subject(), command));
    }

    private static PrivateValue value(ContentKey place, IdempotencyKey key, Map<String, Object> content) {
        byte[] info = (SALT + place.text()).getBytes(StandardCharsets.UTF_8);
        return PrivateValue.of(place.kind(), place.group(), key.derive(info, PrivateValue.SALT_BYTES), content);
    }

    private void stage(ClientIdentity officer, StagingRequest request, PrivateValue value) {
        String owner = Kind.GRIEVANCE.fixedOwner().orElseThrow();
        PrivateOutcome unused = LedgerProblems.in(
                () -> client.submit(PrivateSubmission.stage(officer.subject(), owner, request, value.bytes())));
    }
}
