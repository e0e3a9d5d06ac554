package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.DeliveryState.DELIVERED;
import static org.countyledger.domain.support.DeliveryState.FAILED;
import static org.countyledger.domain.support.DeliveryState.SENT;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.AwaitedClock.Document;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;

/** Delivery of one document of one record 送达; its proof starts the windows that wait for it (Z06). */
public final class DeliveryTable {
    static final String SUBJECT = "subject";

    public static final Lifecycle TABLE = lifecycle(
            Kind.DELIVERY_RECEIPT,
            DeliveryState.class,
            "R10",
            rows(
                    row("K41")
                            .creates()
                            .action("send")
                            .to(SENT)
                            .by(new Who.AnyOfficer())
                            .when(
                                    Guard.that(situation -> subject(situation).isPresent(), RefusalCode.UNKNOWN_RECORD),
                                    Guard.that(DeliveryTable::isOfHandlingDepartment, RefusalCode.WRONG_DEPARTMENT),
                                    Guard.that(DeliveryTable::documentIsThere, RefusalCode.DOCUMENT_UNKNOWN),
                                    Guards.staged("address").onlyIf(Guards.says("channel", "SMS", "POST", "HAND")))
                            .shows(
                                    field("recordKind", FieldType.KIND),
                                    field("recordId", FieldType.NAME),
                                    field("group", FieldType.NAME),
                                    field("seq", new FieldType.Whole(1, Integer.MAX_VALUE)),
                                    oneOf("channel", "SMS", "APP", "POST", "HAND", "RECEIPT_PAGE", "ANNOUNCEMENT"))
                            .mayStage("address", "template")
                            .does(DeliveryTable::attach)
                            .source("XF 23"),
                    row("K42")
                            .from(SENT)
                            .action("delivered")
                            .to(DELIVERED)
                            .by(new Who.HandlingOfficer())
                            .byTimer()
                            .shows(field("deliveredAt", FieldType.INSTANT))
                            .when(Guard.that(DeliveryTable::isPlausible, RefusalCode.FIELD_INVALID))
                            .stages("proof")
                            .source("CPL 95"),
                    row("K43")
                            .from(SENT)
                            .action("failed")
                            .to(FAILED)
                            .by(new Who.HandlingOfficer())
                            .byTimer()
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("proof")
                            .source("CPL 95")));

    private DeliveryTable() {}

    private static Optional<Header> subject(Situation situation) {
        return situation.record(Kind.ofWireName(situation.text("recordKind")), situation.text("recordId"));
    }

    private static boolean isOfHandlingDepartment(Situation situation) {
        return subject(situation)
                .map(Header::handling)
                .filter(handling -> handling.dept().isPresent()
                        && handling.dept().equals(situation.actor().department())
                        && handling.org().equals(Optional.of(situation.actor().mspId())))
                .isPresent();
    }

    /** The last document of the group, or an earlier one that a clock of the record still waits for. */
    private static boolean documentIsThere(Situation situation) {
        Document document = new Document(
                situation.text("group"), situation.clear().integer("seq").orElse(0L));
        return subject(situation).filter(header -> isThere(header, document)).isPresent();
    }

    private static boolean isThere(Header header, Document document) {
        return header.group(document.group())
                        .filter(group -> group.seq() == document.seq())
                        .isPresent()
                || header.awaited().stream()
                        .anyMatch(waiting -> waiting.document().equals(document));
    }

    private static void attach(Situation situation, Draft draft) {
        subject(situation).ifPresent(header -> {
            draft.link(new Link(SUBJECT, header.kind(), header.id()));
            draft.handledBy(
                    situation.actor().mspId(), situation.actor().department().orElse(""));
        });
    }

    private static boolean isPlausible(Situation situation) {
        Instant delivered = Instant.parse(situation.text("deliveredAt"));
        return !delivered.isAfter(situation.at())
                && !delivered.isBefore(situation.header().position().since().minusSeconds(1));
    }
}
