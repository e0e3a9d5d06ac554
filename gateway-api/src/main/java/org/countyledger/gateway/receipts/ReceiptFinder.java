package org.countyledger.gateway.receipts;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.Operation;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.policy.Purpose;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.StoredRecord;
import org.countyledger.gateway.projection.StoredTransaction;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.countyledger.gateway.projection.Transactions;
import org.springframework.stereotype.Component;

/** Finds what a transaction id leads to. Every id is looked up in the same way, whatever comes of it. */
@Component
final class ReceiptFinder {
    /** Matters of one officer, which are nobody else's. */
    private static final Set<Kind> HIDDEN = EnumSet.of(Kind.CONFLICT_DECLARATION);

    /** Whistle-blowing never reaches the accused: that it is recorded is all there is to say. */
    private static final String SEALED = "SEALED";

    private static final Text RECORDED = new Text("已记录", "recorded");
    private static final Text DEMONSTRATION = new Text("演示", "demonstration");
    private static final Text LAW = new Text("正式", "legal");
    private static final Duration PROJECTION_LIMIT = Duration.ofSeconds(2);

    private final LedgerClient client;
    private final Transactions transactions;
    private final Records records;
    private final Position position;
    private final MatterWriter matters;
    private final PolicyBook policies;

    ReceiptFinder(
            LedgerClient client,
            Transactions transactions,
            Records records,
            Position position,
            MatterWriter matters,
            LedgerFacts facts) {
        this.client = client;
        this.transactions = transactions;
        this.records = records;
        this.position = position;
        this.matters = matters;
        this.policies = new PolicyBook(facts);
    }

    Optional<Receipt> find(String txId) {
        Optional<Operation> operation = client.operationOf(txId);
        operation.flatMap(found -> found.lastAttempt().committed()).ifPresent(this::awaitBlock);
        Optional<StoredTransaction> asked = transactions.find(txId);
        Optional<StoredTransaction> counting =
                operation.flatMap(Operation::receiptTxId).flatMap(transactions::find);
        return asked.filter(found -> found.committed().isValid())
                .or(() -> counting)
                .or(() -> asked)
                .flatMap(this::receipt);
    }

    private void awaitBlock(Committed committed) {
        position.await(committed.block(), PROJECTION_LIMIT);
    }

    /** The record that a valid transaction is about, if the public may follow it. */
    Optional<RecordRef> record(String txId) {
        return transactions
                .find(txId)
                .flatMap(StoredTransaction::subject)
                .filter(subject -> !HIDDEN.contains(subject.kind()))
                .filter(subject -> records.find(subject.kind(), subject.id())
                        .filter(record -> !record.header().state().equals(SEALED))
                        .isPresent());
    }

    private Optional<Receipt> receipt(StoredTransaction transaction) {
        if (!transaction.committed().isValid()) {
            return Optional.of(receipt(transaction, Optional.empty(), Optional.empty()));
        }
        return transaction
                .subject()
                .filter(subject -> !HIDDEN.contains(subject.kind()))
                .flatMap(subject -> records.find(subject.kind(), subject.id()))
                .map(record -> receipt(transaction, record));
    }

    private Receipt receipt(StoredTransaction transaction, StoredRecord record) {
        return record.header().state().equals(SEALED)
                ? receipt(transaction, Optional.of(RECORDED), Optional.empty())
                : receipt(transaction, Optional.empty(), Optional.of(matters.write(record, isDemonstration())));
    }

    private Receipt receipt(StoredTransaction transaction, Optional<Text> recorded, Optional<Receipt.Matter> matter) {
        boolean demonstration = isDemonstration();
        return new Receipt(
                transaction.txId(),
                transaction.committed().isValid(),
                transaction.committed().block(),
                transaction.at(),
                List.copyOf(transaction.endorserMspIds()),
                (demonstration ? Purpose.DEMO : Purpose.LEGAL).name(),
                demonstration ? DEMONSTRATION : LAW,
                recorded,
                matter,
                Optional.empty());
    }

    private boolean isDemonstration() {
        return policies.county(Instant.now()).filter(County::isDemonstration).isPresent();
    }
}
