package org.countyledger.network.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Pause;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.resident.Papers;
import org.countyledger.network.resident.Resident;
import org.countyledger.network.setup.Offices;

/** What every chapter needs: the gateway, the offices, and who tells it. */
record Stage(RunningCounty county, GatewayApi gateway, Offices offices, Narrator narrator, Random chance) {
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A resident with a fresh key for one record. */
    Resident resident() {
        Resident.Place place = new Resident.Place(
                county.inventory().channel(), county.inventory().chaincode());
        return Resident.fresh(gateway, place);
    }

    /** Takes a step as an officer and tells it. */
    Written act(String subject, Draft draft, String sentence) {
        Written written = gateway.officer(subject).submit(draft);
        narrator.step(sentence, written);
        return written;
    }

    /** The officer says that there is no conflict of interest with the record. */
    void declareNoConflict(String subject, Written record) {
        String id = RecordId.conflictDeclaration(record.id(), Offices.staff(subject));
        gateway.officer(subject)
                .submit(Draft.creation(Kind.CONFLICT_DECLARATION, id, "declare")
                        .with(new Clear(Map.of(
                                "recordKind", record.kind().wireName(),
                                "recordId", record.id(),
                                "answer", "NONE"))));
    }

    /** Adds an office's paper to a draft. */
    static Draft paper(Draft draft, String group, String text) {
        return draft.holding(group, Papers.of(draft.kind(), group, text));
    }

    Header header(String subject, Kind kind, String id) {
        return gateway.find(subject, kind, id)
                .orElseThrow(() -> new CountyException("The gateway does not know " + kind.wireName() + " " + id));
    }

    Written now(String subject, Kind kind, String id) {
        Header header = header(subject, kind, id);
        return new Written(kind, id, header.seq(), header.position().lastTxId());
    }

    /** Waits until a record is in this state, e.g. by a timer of the gateway. */
    Written awaitState(String subject, Written record, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Header header = header(subject, record.kind(), record.id());
            if (header.state().equals(state)) {
                return new Written(
                        record.kind(),
                        record.id(),
                        header.seq(),
                        header.position().lastTxId());
            }
            Pause.forAWhile(LOOK);
        }
        throw new CountyException(record.kind().wireName() + " " + record.id() + " did not become " + state
                + " in time: look at the gateway's log");
    }

    /** Records that a document was delivered and, on its record, that its windows may start. */
    Written deliver(String officer, Written record, String group) {
        Header header = header(officer, record.kind(), record.id());
        long seq = Objects.requireNonNull(header.groups().get(group)).seq();
        Written sent = gateway.officer(officer)
                .submit(Draft.creation(Kind.DELIVERY_RECEIPT, "send")
                        .with(new Clear(Map.of(
                                "recordKind",
                                record.kind().wireName(),
                                "recordId",
                                record.id(),
                                "group",
                                group,
                                "seq",
                                seq,
                                "channel",
                                "RECEIPT_PAGE"))));
        Written delivered = gateway.officer(officer)
                .submit(paper(Draft.step(sent, "delivered"), "proof", "opened on the receipt page")
                        .with("deliveredAt", deliveredAt(officer, sent)));
        narrator.step("The letter was opened on the resident's receipt page.", delivered);
        return gateway.officer(officer)
                .submit(Draft.step(record, "recordDelivery").with("receiptId", delivered.id()));
    }

    private String deliveredAt(String officer, Written sent) {
        return header(officer, sent.kind(), sent.id()).position().at().toString();
    }
}
