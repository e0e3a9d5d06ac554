package org.countyledger.gateway.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.Records.EventRange;
import org.countyledger.gateway.projection.StoredEvent;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.countyledger.gateway.receipts.AttestedReceipts;
import org.springframework.stereotype.Component;

/** Answers auditors' questions about single blocks, transactions and records. */
@Component
final class AuditDesk {
    private static final int PAGE = 500;

    private final Blocks blocks;
    private final CountySettings county;
    private final Records records;
    private final Position position;
    private final AttestedReceipts receipts;
    private final PolicyBook policies;

    AuditDesk(
            Blocks blocks,
            CountySettings county,
            Records records,
            Position position,
            AttestedReceipts receipts,
            LedgerFacts facts) {
        this.blocks = blocks;
        this.county = county;
        this.records = records;
        this.position = position;
        this.receipts = receipts;
        this.policies = new PolicyBook(facts);
    }

    BlockResource block(String subject, long number) {
        if (number >= blocks.height()) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return BlockResource.of(blocks.block(subject, number), county.chaincode());
    }

    TransactionResource transaction(String subject, String txId) {
        Optional<TransactionSummary> found = blocks.transaction(subject, txId);
        return found.map(TransactionResource::of)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    HistoryResource history(Kind kind, String id) {
        long asOf = position.block();
        Header header = header(kind, id);
        return HistoryResource.of(header, events(kind, id), asOf);
    }

    /** The record, if there is one. */
    RecordRef existing(Kind kind, String id) {
        return new RecordRef(kind, header(kind, id).id());
    }

    private Header header(Kind kind, String id) {
        return records.find(kind, id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN))
                .header();
    }

    private List<StoredEvent> events(Kind kind, String id) {
        List<StoredEvent> all = new ArrayList<>();
        List<StoredEvent> page = records.events(kind, id, new EventRange(0, PAGE));
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : records.events(
                            kind, id, new EventRange(page.getLast().event().seq(), PAGE));
        }
        return all;
    }

    RecordPackage export(Kind kind, String id) {
        long asOf = position.block();
        Header header = header(kind, id);
        List<Event> events = events(kind, id).stream()
                .map(StoredEvent::event)
                .filter(event -> event.seq() <= header.seq())
                .toList();
        String txId = header.position().lastTxId();
        Purpose purpose =
                policies.county(Instant.now()).filter(County::isDemonstration).isPresent()
                        ? Purpose.DEMO
                        : Purpose.LEGAL;
        return new RecordPackage(
                RecordPackage.FORM,
                purpose.name(),
                Instant.now(),
                asOf,
                header,
                events,
                txId,
                receipts.of(txId).proof());
    }
}
