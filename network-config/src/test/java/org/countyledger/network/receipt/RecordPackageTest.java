package org.countyledger.network.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.ledger.receipt.AttestedTransaction;
import org.countyledger.ledger.receipt.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A record that was exported, and every way to change it afterwards. */
final class RecordPackageTest {
    private static final String OWNER = "GovernanceMSP";
    private static final Instant NOW = Instant.parse("2027-01-04T01:00:00Z");

    private static ReceiptOffice office = new ReceiptOffice();
    private static String file = "";

    @BeforeAll
    static void exportARecord() {
        String id = "01890a5d-ac96-874b-8000-000000000001";
        Event first = event(1, Event.NO_EVENT_BEFORE, "B02");
        Event second = event(2, first.digest(), "B08");
        Header header = header(id, second);
        Map<String, String> writes = new TreeMap<>(Map.of(
                new LedgerKey.HeaderKey(Kind.GRIEVANCE, id).text(), CanonicalJson.text(header),
                new LedgerKey.EventKey(Kind.GRIEVANCE, id, 2).text(), CanonicalJson.text(second)));
        String txId = office.commit(writes, OWNER, "AuditMSP");
        AttestedTransaction receipt = office.receipt(txId, "AuditMSP", "CivilAffairsMSP", "EcologyMSP");
        file = CanonicalJson.text(Map.of(
                "form",
                "county-ledger-record/1",
                "header",
                header,
                "events",
                List.of(first, second),
                "txId",
                txId,
                "receipt",
                proof(receipt)));
    }

    private static ReceiptProof proof(AttestedTransaction receipt) {
        byte[] binary = receipt.encoded().toByteArray();
        if (new ReceiptReader(office.genesis()).read(binary) instanceof Verdict.Verified verified) {
            var proved = verified.transaction();
            return ReceiptProof.of(
                    new ReceiptProof.Subject(proved.txId(), proved.channel(), proved.endorsers(), proved.attestors()),
                    binary);
        }
        throw new IllegalStateException("the receipt is not verified");
    }

    private static Event event(long seq, String before, String rule) {
        return CanonicalJson.read("""
                {"seq":%d,"step":{"rule":"%s","from":"","to":"REGISTERED","action":"register"},
                 "doer":{"org":"%s","role":"PETITION_REGISTRAR","dept":"petitions"},"signers":[],"clear":{},
                 "commitments":{},"clocks":[],"at":"%s","prevEventDigest":"%s"}""".formatted(seq, rule, OWNER, NOW, before), Event.class);
    }

    private static Header header(String id, Event last) {
        String text = ReceiptOffice.record(id, OWNER).get(new LedgerKey.HeaderKey(Kind.GRIEVANCE, id).text());
        Header header = CanonicalJson.read(Objects.requireNonNull(text), Header.class);
        return header.at(new Header.Position("REGISTERED", NOW, 2, NOW, last.digest(), "e".repeat(64)));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static RecordPackage.Outcome check(String content) {
        return new RecordPackage(new ReceiptReader(office.genesis())).check(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anExportedRecordIsProvedByTheGenesisBlockAlone() {
        RecordPackage.Outcome outcome = check(file);
        assertThat(outcome.problem()).isEmpty();
        assertThat(outcome.header().map(Header::state)).isEqualTo(Optional.of("REGISTERED"));
        assertThat(outcome.events()).hasSize(2);
    }

    @Test
    void aChangeOfTheHeaderIsFound() {
        refused(file.replace("NOISE", "QUIET"), "header");
        refused(file.replace("\"state\":\"REGISTERED\"", "\"state\":\"RESOLVED\""), "header");
    }

    @Test
    void aChangedMissingOrForeignEventIsFound() {
        refused(file.replace("\"B02\"", "\"B03\""), "Event 2");
        refused(file.replace("\"B08\"", "\"B09\""), "do not lead");
        var whole = CanonicalJson.read(file, Clear.class);
        List<?> events = Objects.requireNonNull((List<?>) whole.values().get("events"));
        refused(CanonicalJson.text(whole.with("events", events.subList(0, 1))), "do not lead");
        refused(CanonicalJson.text(whole.with("events", events.subList(1, 2))), "Event 1");
    }

    @Test
    void anotherReceiptOrNoneProvesNothing() {
        refused(file.replaceFirst("\"txId\":\"[0-9a-f]{4}", "\"txId\":\"0000"), "");
        refused("{}", "no exported record");
        refused("nonsense", "no exported record");
        refused(file.replace("county-ledger-record/1", "county-ledger-record/2"), "no exported record");
    }

    private static void refused(String content, String word) {
        assertThat(content).isNotEqualTo(file);
        assertThat(check(content).problem().orElse("")).isNotEmpty().contains(word);
    }
}
