package org.countyledger.client;

import java.util.Map;
import java.util.Optional;
import org.countyledger.client.Drafts.Draft;
import org.countyledger.client.Drafts.Sealed;
import org.countyledger.client.operation.Committed;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.domain.contract.Answer.Outcome;
import org.countyledger.domain.record.CanonicalJson;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Carries private writes to a block, without keeping anything of them. */
final class PrivateRun {
    private final LedgerSettings settings;
    private final Drafts drafts;
    private final Asking asking;
    private final Delivery delivery;

    PrivateRun(LedgerSettings settings, Drafts drafts, Asking asking, Delivery delivery) {
        this.settings = settings;
        this.drafts = drafts;
        this.asking = asking;
        this.delivery = delivery;
    }

    PrivateOutcome run(ClientIdentity identity, PrivateSubmission submission) {
        Optional<PrivateOutcome> outcome = Optional.empty();
        for (int lost = 0; outcome.isEmpty(); lost++) {
            Draft draft = drafts.draft(identity, submission);
            Sealed sealed = drafts.seal(identity, endorsed(identity, submission, draft));
            outcome = isRepeat(sealed)
                    ? Optional.of(new PrivateOutcome(sealed.txId(), false, sealed.answer()))
                    : committed(identity, sealed, lost < settings.retries().conflicts());
        }
        return outcome.get();
    }

    /** Carries on what was endorsed, and signed, elsewhere. */
    PrivateOutcome run(ClientIdentity identity, Sealed sealed) {
        return isRepeat(sealed)
                ? new PrivateOutcome(sealed.txId(), false, sealed.answer())
                : committed(identity, sealed, false).orElseThrow();
    }

    private Transaction endorsed(ClientIdentity identity, PrivateSubmission submission, Draft draft) {
        Question.Call<Transaction> call = (gateway, limit) ->
                gateway.newProposal(draft.bytes().toByteArray()).endorse(Waits.until(limit));
        Question.Patience patience = new Question.Patience(
                settings.deadlines().endorse(), settings.retries().stale(), true);
        Question<Transaction> question =
                new Question<>(draft.txId(), Stage.ENDORSE, identity, call, patience).only(submission.holder());
        return switch (asking.ask(question)) {
            case Answer.Given<Transaction> given -> given.value();
            case Answer.Failed<Transaction> failed -> throw new LedgerException(failed.failure());
            case Answer.Nobody<Transaction> nobody -> throw new LedgerException(nobody.failure());
        };
    }

    private static boolean isRepeat(Sealed sealed) {
        return Outcome.REPEATED
                .name()
                .equals(CanonicalJson.read(sealed.answer(), Map.class).get("outcome"));
    }

    /** Empty: a race was lost, and another try is worth it. */
    private Optional<PrivateOutcome> committed(ClientIdentity identity, Sealed sealed, boolean mayRetry) {
        Delivery.Outcome outcome = delivery.deliver(identity, sealed);
        Committed verdict = outcome.verdict()
                .orElseThrow(
                        () -> new LedgerException(new LedgerFailure.SubmitUnknown(sealed.txId(), outcome.lastWord())));
        if (verdict.isValid()) {
            return Optional.of(new PrivateOutcome(sealed.txId(), true, sealed.answer()));
        }
        if (mayRetry && isLostRace(verdict.code())) {
            return Optional.empty();
        }
        throw new LedgerException(new LedgerFailure.CommitInvalid(sealed.txId(), verdict));
    }

    private static boolean isLostRace(int code) {
        return code == TxValidationCode.MVCC_READ_CONFLICT_VALUE
                || code == TxValidationCode.PHANTOM_READ_CONFLICT_VALUE;
    }
}
