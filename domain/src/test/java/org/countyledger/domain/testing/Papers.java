package org.countyledger.domain.testing;

import java.util.Objects;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** What officers file beside a record: declarations of interests, and proofs of delivery. */
public final class Papers {
    private final TestCounty county;

    public Papers(TestCounty county) {
        this.county = county;
    }

    public Target declaration(Actor officer, Target about) {
        return new Target(
                Kind.CONFLICT_DECLARATION,
                RecordId.conflictDeclaration(about.id(), officer.staff().orElseThrow()));
    }

    /** The officer says that there is no conflict of interest, once. */
    public void declareNone(Actor officer, Target about) {
        if (county.find(declaration(officer, about)).isEmpty()) {
            declaring(officer, about, "NONE").accepted();
        }
    }

    public Act declaring(Actor officer, Target about, String answer) {
        return county.by(officer, declaration(officer, about))
                .does("declare")
                .with("recordKind", about.kind().wireName())
                .with("recordId", about.id())
                .with("answer", answer);
    }

    /** A receipt that says that the last document of this group is on its way. */
    public Target send(Actor officer, Target about, String group) {
        Header header = county.header(about);
        Group document = Objects.requireNonNull(header.groups().get(group), group);
        return send(officer, about, new Document(group, document.seq()));
    }

    private Target send(Actor officer, Target about, Document document) {
        Target receipt = county.newRecord(Kind.DELIVERY_RECEIPT);
        county.by(officer, receipt)
                .does("send")
                .with("recordKind", about.kind().wireName())
                .with("recordId", about.id())
                .with("group", document.group())
                .with("seq", document.seq())
                .with("channel", "HAND")
                .staging("address")
                .accepted();
        return receipt;
    }

    /** Sends the document, proves that it arrived, and records that on the record. */
    public Target deliver(Actor officer, Target about, String group) {
        return arrived(officer, about, send(officer, about, group));
    }

    /** As above, for a document that is not the last of its group. */
    public Target deliver(Actor officer, Target about, Document document) {
        return arrived(officer, about, send(officer, about, document));
    }

    private Target arrived(Actor officer, Target about, Target receipt) {
        county.by(officer, receipt)
                .does("delivered")
                .with("deliveredAt", county.now().toString())
                .staging("proof")
                .accepted();
        county.by(officer, about)
                .does("recordDelivery")
                .with("receiptId", receipt.id())
                .accepted();
        return receipt;
    }
}
