package org.countyledger.gateway.contents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.Signed;
import org.countyledger.client.Unsigned;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.gateway.ledger.Roster;
import org.countyledger.gateway.problem.LedgerProblems;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.records.BodyProblems;
import org.countyledger.gateway.records.OwnKeyProblems;
import org.countyledger.gateway.security.Caller;
import org.countyledger.gateway.security.HeldKeys;
import org.springframework.stereotype.Component;

/** Stages private values with the owner of their record. Blocks, so it is for virtual threads. */
@Component
final class StagingDesk {
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final String SALT = "county/officer-salt/v1";

    private final LedgerClient client;
    private final LedgerFacts facts;
    private final Roster roster;

    StagingDesk(LedgerClient client, LedgerFacts facts, Roster roster) {
        this.client = client;
        this.facts = facts;
        this.roster = roster;
    }

    /** A staging as it came in. */
    record Wish(Place place, Optional<Long> n, StagingBody body, IdempotencyKey key) {}

    /**
     * The answer and whether it is new.
     *
     * @param written false: the same value was there before
     */
    record Done(StagedResource resource, boolean written) {}

    Done stage(Caller caller, Wish wish) {
        Draft draft = draft(caller, wish);
        HeldKeys.require(draft.signer());
        PrivateOutcome outcome = LedgerProblems.in(() -> client.submit(draft.submission()));
        return new Done(
                StagedResource.of(draft.request().key(), draft.request().commitment(), outcome.txId()),
                outcome.written());
    }

    /** The same, to be signed by the officer. */
    Unsigned propose(Caller caller, Wish wish) {
        HeldKeys.requireOwn(caller);
        return client.propose(draft(caller, wish).submission());
    }

    /** Sends what the officer has signed. */
    StagedResource stage(ClientIdentity officer, Signed transaction) {
        LedgerClient.Staged staged =
                LedgerProblems.in(() -> OwnKeyProblems.in(() -> client.stage(officer.subject(), transaction)));
        StagingRequest request = staged.request();
        return StagedResource.of(
                request.key(), request.commitment(), staged.outcome().txId());
    }

    private record Draft(ClientIdentity signer, StagingRequest request, PrivateSubmission submission) {}

    private Draft draft(Caller caller, Wish wish) {
        Optional<Header> header = facts.header(wish.place().kind(), wish.place().id());
        String owner = owner(caller, wish, header);
        ContentKey key = key(wish, header);
        byte[] value = value(caller, wish, key);
        ClientIdentity signer = signer(caller, owner);
        StagingRequest request = request(caller, wish, key, value);
        return new Draft(signer, request, PrivateSubmission.stage(signer.subject(), owner, request, value));
    }

    private static String owner(Caller caller, Wish wish, Optional<Header> header) {
        return header.map(known -> known.founding().ownerOrg())
                .or(() -> wish.place().kind().fixedOwner())
                .or(() -> officer(caller).map(ClientIdentity::mspId))
                .orElseThrow(() -> new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED));
    }

    private ClientIdentity signer(Caller caller, String owner) {
        return officer(caller)
                .or(() -> roster.conduit(owner))
                .orElseThrow(() -> new ProblemException(ProblemCode.LEDGER_UNAVAILABLE));
    }

    private static Optional<ClientIdentity> officer(Caller caller) {
        return caller instanceof Caller.Officer officer ? Optional.of(officer.identity()) : Optional.empty();
    }

    private static ContentKey key(Wish wish, Optional<Header> header) {
        Place place = wish.place();
        long n = wish.n()
                .or(() -> header.map(known -> known.nextContent(place.group())))
                .orElse(1L);
        try {
            return new ContentKey(place.kind(), place.id(), place.group(), n);
        } catch (IllegalArgumentException e) {
            throw BodyProblems.only("", BodyProblems.NOT_WELL_FORMED);
        }
    }

    private static byte[] value(Caller caller, Wish wish, ContentKey key) {
        return wish.body()
                .value()
                .map(StagingDesk::decoded)
                .or(() -> wish.body()
                        .content()
                        .filter(content -> caller instanceof Caller.Officer)
                        .map(content -> salted(key, wish.key(), content)))
                .orElseThrow(() -> BodyProblems.only("/value", BodyProblems.MISSING));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw BodyProblems.only("/value", BodyProblems.NOT_WELL_FORMED);
        }
    }

    /** The officer's salt comes from the request's secret key: the same request again stages the same bytes. */
    private static byte[] salted(ContentKey key, IdempotencyKey secret, Map<String, Object> content) {
        byte[] info = (SALT + key.text()).getBytes(StandardCharsets.UTF_8);
        return PrivateValue.of(key.kind(), key.group(), secret.derive(info, PrivateValue.SALT_BYTES), content)
                .bytes();
    }

    private static StagingRequest request(Caller caller, Wish wish, ContentKey key, byte[] value) {
        Instant notAfter = wish.body()
                .notAfter()
                .or(() -> officer(caller).map(officer -> Instant.now().plus(VALIDITY)))
                .orElseThrow(() -> BodyProblems.only("/notAfter", BodyProblems.MISSING));
        return new StagingRequest(
                key, Digests.sha256Hex(value), notAfter, wish.body().signature());
    }
}
