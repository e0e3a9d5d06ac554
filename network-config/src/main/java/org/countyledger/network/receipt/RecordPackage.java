package org.countyledger.network.receipt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.VerifiedTransaction;
import tools.jackson.databind.JsonNode;

/**
 * An exported record that is checked by itself: its receipt proves the transaction that wrote the header, the header names
 * the digest of the last event, and each event that of the one before. What else stands in the file (when it was exported,
 * as of which block, whether of a demonstration) is the exporter's word.
 */
public final class RecordPackage {
    private static final String FORM = "county-ledger-record/1";

    private final ReceiptReader receipts;

    public RecordPackage(ReceiptReader receipts) {
        this.receipts = receipts;
    }

    /**
     * What came of it.
     *
     * @param problem what is wrong; absent: the record is as the package says
     * @param header of the record, once it can be read
     */
    public record Outcome(Optional<String> problem, Optional<Header> header, List<Event> events) {
        public Outcome {
            events = List.copyOf(events);
        }

        private static Outcome refused(String problem) {
            return new Outcome(Optional.of(problem), Optional.empty(), List.of());
        }
    }

    /** Checks a file. */
    public Outcome check(byte[] file) {
        try {
            JsonNode whole = CanonicalJson.read(file, JsonNode.class);
            if (!whole.path("form").asString("").equals(FORM)) {
                return Outcome.refused("It is no exported record: the form " + FORM + " was expected.");
            }
            return switch (receipts.read(CanonicalJson.write(whole.path("receipt")))) {
                case Verdict.Refused refused ->
                    Outcome.refused("Its receipt proves nothing: " + refused.check() + ": " + refused.sentence());
                case Verdict.Verified verified -> check(whole, verified.transaction());
            };
        } catch (MalformedJson e) {
            return Outcome.refused("It is no exported record: " + e.getMessage());
        }
    }

    private static Outcome check(JsonNode whole, VerifiedTransaction proved) {
        Header header = CanonicalJson.read(CanonicalJson.write(whole.path("header")), Header.class);
        List<Event> events = List.of(CanonicalJson.read(CanonicalJson.write(whole.path("events")), Event[].class));
        Map<String, byte[]> writes =
                CountyRule.writes(proved.chaincode(), proved.parts().results().orElseThrow());
        Optional<Header> written = Optional.ofNullable(writes.get(new HeaderKey(header.kind(), header.id()).text()))
                .map(bytes -> CanonicalJson.read(bytes, Header.class));
        Optional<String> problem = unless(
                        whole.path("txId").asString("").equals(proved.txId()),
                        "The receipt is of another transaction than the package says.")
                .or(() -> unless(
                        written.equals(Optional.of(header)),
                        "The header is not the one that the receipt's transaction wrote."))
                .or(() -> brokenChain(header, whole.path("events"), events));
        return new Outcome(problem, Optional.of(header), events);
    }

    private static Optional<String> unless(boolean holds, String sentence) {
        return holds ? Optional.empty() : Optional.of(sentence);
    }

    private static Optional<String> brokenChain(Header header, JsonNode written, List<Event> events) {
        String expected = Event.NO_EVENT_BEFORE;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            boolean isWhole = Arrays.equals(CanonicalJson.write(written.get(i)), CanonicalJson.write(event));
            if (!isWhole || event.seq() != i + 1 || !event.prevEventDigest().equals(expected)) {
                return Optional.of("Event " + (i + 1) + " is not the one that was recorded.");
            }
            expected = event.digest();
        }
        boolean isEnd = header.seq() == events.size()
                && header.position().lastEventDigest().equals(expected);
        return unless(isEnd, "The events do not lead to the header: some are missing, or the last was changed.");
    }
}
