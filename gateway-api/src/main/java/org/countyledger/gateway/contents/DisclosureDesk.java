package org.countyledger.gateway.contents;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateOutcome;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.domain.contract.Answer;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.gateway.problem.LedgerProblems;
import org.springframework.stereotype.Component;

/** Shows a value to another organisation: read under a trace of its own, then written by both. */
@Component
final class DisclosureDesk {
    private static final Duration VALIDITY = Duration.ofMinutes(2);

    private final LedgerClient client;
    private final ReadingDesk reading;

    DisclosureDesk(LedgerClient client, ReadingDesk reading) {
        this.client = client;
        this.reading = reading;
    }

    /** A disclosure as it came in. */
    record Wish(Place place, Purpose purpose, String recipient, IdempotencyKey key) {}

    DisclosureResource disclose(ClientIdentity officer, Wish wish) {
        ContentResource read = reading.read(officer, wish.place(), wish.purpose());
        byte[] value = Base64.getDecoder().decode(read.value());
        PrivateOutcome outcome = LedgerProblems.in(() ->
                client.submit(PrivateSubmission.disclose(officer.subject(), officer.mspId(), request(wish), value)));
        Answer answer = CanonicalJson.read(outcome.answer(), Answer.class);
        return new DisclosureResource(wish.recipient(), answer.txId());
    }

    private static DisclosureRequest request(Wish wish) {
        Place place = wish.place();
        Clear body = new Clear(Map.of("group", place.group(), "recipient", wish.recipient()));
        return new DisclosureRequest(
                place.kind(),
                place.id(),
                place.group(),
                wish.recipient(),
                new DisclosureRequest.Purpose(
                        wish.purpose().kind(),
                        wish.purpose().id(),
                        wish.purpose().code()),
                wish.key().over(place.kind(), place.id(), Functions.DISCLOSE, body, Map.of()),
                Instant.now().plus(VALIDITY));
    }
}
