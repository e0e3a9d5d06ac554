package org.countyledger.client;

import java.util.Optional;
import org.countyledger.client.Drafts.Draft;
import org.countyledger.client.Drafts.Sealed;
import org.countyledger.client.operation.Attempt;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.client.operation.Operation;
import org.countyledger.client.operation.OperationStore;
import org.countyledger.client.operation.Settlement;
import org.hyperledger.fabric.client.Transaction;

/**
 * Carries operations to their end: endorse, store the envelope, send, follow; once more where a race was lost. Every
 * step starts from what the store has, so it may stop anywhere and be taken up by another process.
 */
final class OperationRun {
    private static final String LOST = "what its officer signed was lost before it was stored; it must be signed again";

    private final LedgerSettings settings;
    private final OperationStore store;
    private final Drafts drafts;
    private final Asking asking;
    private final Delivery delivery;

    OperationRun(LedgerSettings settings, OperationStore store, Drafts drafts, Asking asking, Delivery delivery) {
        this.settings = settings;
        this.store = store;
        this.drafts = drafts;
        this.asking = asking;
        this.delivery = delivery;
    }

    /** Runs a new operation whose first attempt is this draft. */
    Operation run(Operation operation, ClientIdentity identity, Draft first) {
        return toTheEnd(endorse(operation, identity, first), identity);
    }

    /** Runs a new operation whose first attempt was endorsed, and signed, elsewhere. */
    Operation run(Operation operation, ClientIdentity identity, Sealed first) {
        return toTheEnd(endorsed(operation, identity, first), identity);
    }

    private Operation toTheEnd(Step first, ClientIdentity identity) {
        Step step = first;
        while (step instanceof Again again) {
            step = endorse(again.operation(), identity, again.draft());
        }
        return step.operation();
    }

    /** Takes up an operation that this process does not run at the moment. */
    Operation resume(Operation operation, ClientIdentity identity) {
        Attempt last = operation.lastAttempt();
        Optional<byte[]> envelope = store.envelope(last.txId());
        if (envelope.isPresent()) {
            return toTheEnd(follow(operation, identity, drafts.reopen(identity, envelope.get()), false), identity);
        }
        return identity.hasKey()
                ? toTheEnd(again(operation, identity, last.unsent()), identity)
                : notEndorsed(operation, new LedgerFailure.EndorseFailed(last.txId(), LOST))
                        .operation();
    }

    private sealed interface Step {
        Operation operation();
    }

    private record Again(Operation operation, Draft draft) implements Step {}

    private record Done(Operation operation) implements Step {}

    private Step endorse(Operation operation, ClientIdentity identity, Draft draft) {
        Question.Call<Transaction> call = (gateway, limit) ->
                gateway.newProposal(draft.bytes().toByteArray()).endorse(Waits.until(limit));
        Question.Patience patience = new Question.Patience(
                settings.deadlines().endorse(), settings.retries().stale(), true);
        return switch (asking.ask(new Question<>(draft.txId(), Stage.ENDORSE, identity, call, patience))) {
            case Answer.Given<Transaction> given -> endorsed(operation, identity, drafts.seal(identity, given.value()));
            case Answer.Failed<Transaction> failed -> notEndorsed(operation, failed.failure());
            case Answer.Nobody<Transaction> nobody -> notEndorsed(operation, nobody.failure());
        };
    }

    private Step notEndorsed(Operation operation, LedgerFailure failure) {
        return settle(operation, Settlement.failed(operation.lastAttempt().unsent(), failure));
    }

    private Step endorsed(Operation operation, ClientIdentity identity, Sealed sealed) {
        Attempt attempt = operation.lastAttempt();
        Optional<Repeat> repeat = Repeat.in(sealed.answer());
        if (repeat.isPresent()) {
            return settle(
                    operation,
                    Settlement.repeated(attempt, sealed.answer(), repeat.get().firstTxId()));
        }
        if (!store.seal(attempt.txId(), sealed.envelope().toByteArray())) {
            return superseded(operation);
        }
        return follow(operation.sealed(), identity, sealed, true);
    }

    private Step follow(Operation operation, ClientIdentity identity, Sealed sealed, boolean first) {
        String txId = operation.lastAttempt().txId();
        Delivery.Outcome outcome = first ? delivery.deliver(identity, sealed) : delivery.resume(identity, sealed);
        if (outcome.verdict().isEmpty()) {
            LedgerFailure unknown = new LedgerFailure.SubmitUnknown(txId, outcome.lastWord());
            return settle(operation, Settlement.failed(operation.lastAttempt(), unknown));
        }
        return judged(operation, identity, sealed, outcome.verdict().get());
    }

    private Step judged(Operation operation, ClientIdentity identity, Sealed sealed, Committed verdict) {
        Attempt attempt = operation.lastAttempt().committedAs(verdict);
        if (verdict.isValid()) {
            return settle(operation, Settlement.valid(attempt, sealed.answer()));
        }
        if (identity.hasKey()
                && Retry.isWorthwhile(operation, verdict, settings.retries().conflicts())) {
            return again(operation, identity, attempt);
        }
        return settle(operation, Settlement.failed(attempt, new LedgerFailure.CommitInvalid(attempt.txId(), verdict)));
    }

    private Step again(Operation operation, ClientIdentity identity, Attempt ended) {
        Draft draft = drafts.draft(identity, operation.submission());
        Attempt next = Attempt.started(draft.txId());
        return store.retry(operation.id(), ended, next)
                ? new Again(operation.retried(ended, next), draft)
                : superseded(operation);
    }

    private Step settle(Operation operation, Settlement settlement) {
        return store.settle(operation.id(), settlement)
                ? new Done(operation.settled(settlement))
                : superseded(operation);
    }

    /** Another process has taken the operation up: what the store says now is the truth. */
    private Step superseded(Operation operation) {
        return new Done(store.find(operation.id()).orElse(operation));
    }
}
