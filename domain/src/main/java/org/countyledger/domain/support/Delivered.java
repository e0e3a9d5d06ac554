package org.countyledger.domain.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;

/** What the proved delivery of a document does to its record (Z06). */
final class Delivered {
    private static final String DONE = "delivered";

    private Delivered() {}

    static Guard guard() {
        return situation -> {
            Optional<Header> receipt = receipt(situation);
            if (receipt.isEmpty()) {
                return situation.refuse(RefusalCode.UNKNOWN_RECORD);
            }
            return problem(situation, receipt.get());
        };
    }

    private static Optional<Refusal> problem(Situation situation, Header receipt) {
        Link self = new Link(
                DeliveryTable.SUBJECT,
                situation.header().kind(),
                situation.header().id());
        if (!receipt.links().contains(self)) {
            return situation.refuse(RefusalCode.DOCUMENT_UNKNOWN);
        }
        if (!receipt.state().equals(DeliveryState.DELIVERED.name())) {
            return situation.refuse(RefusalCode.NOT_DELIVERED);
        }
        return situation.header().fields().texts(DONE).contains(text(document(receipt)))
                ? situation.refuse(RefusalCode.ALREADY_DONE)
                : Optional.empty();
    }

    static void apply(Situation situation, Draft draft) {
        Header receipt = receipt(situation).orElseThrow();
        Document document = document(receipt);
        List<String> done = new ArrayList<>(draft.fields().texts(DONE));
        done.add(text(document));
        draft.set(DONE, done);
        draft.note("group", document.group());
        draft.note("documentSeq", document.seq());
        draft.note("deliveredAt", receipt.fields().text("deliveredAt").orElse(""));
        draft.deliver(document);
    }

    private static Optional<Header> receipt(Situation situation) {
        return situation.record(Kind.DELIVERY_RECEIPT, situation.text("receiptId"));
    }

    private static Document document(Header receipt) {
        return new Document(
                receipt.fields().text("group").orElse(""),
                receipt.fields().integer("seq").orElse(0L));
    }

    private static String text(Document document) {
        return document.group() + "#" + document.seq();
    }
}
