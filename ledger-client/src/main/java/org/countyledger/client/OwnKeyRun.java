package org.countyledger.client;

import java.util.Optional;
import org.countyledger.client.Drafts.Draft;
import org.countyledger.client.Drafts.Sealed;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.LedgerFailure.Stage;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.StagingRequest;
import org.hyperledger.fabric.client.Transaction;

/** Carries what officers sign by their own keys: nothing here can sign in their place. */
final class OwnKeyRun {
    private final LedgerSettings settings;
    private final Connections connections;
    private final Drafts drafts;
    private final Asking asking;

    /** A transaction that only has to be sent. */
    record Ready(Submission submission, Sealed sealed) {}

    OwnKeyRun(LedgerSettings settings, Connections connections, Drafts drafts, Asking asking) {
        this.settings = settings;
        this.connections = connections;
        this.drafts = drafts;
        this.asking = asking;
    }

    Unsigned propose(ClientIdentity identity, Submission submission) {
        return unsigned(identity, drafts.draft(identity, submission));
    }

    Unsigned endorse(ClientIdentity identity, Signed proposal) {
        SignedContent content = SignedContent.ofProposal(proposal);
        content.require(identity, settings);
        Optional<String> holder = SignedContent.holder(proposal);
        content.requireKnownCall();
        Question.Call<Transaction> call = (gateway, limit) -> gateway.newSignedProposal(
                        proposal.bytes().toByteArray(), proposal.signature().toByteArray())
                .endorse(Waits.until(limit));
        Question.Patience patience = new Question.Patience(
                settings.deadlines().endorse(), settings.retries().stale(), true);
        return switch (asking.ask(new Question<>(content.txId(), Stage.ENDORSE, identity, call, patience, holder))) {
            case Answer.Given<Transaction> given -> Unsigned.of(content.txId(), given.value());
            case Answer.Failed<Transaction> failed -> throw new LedgerException(failed.failure());
            case Answer.Nobody<Transaction> nobody -> throw new LedgerException(nobody.failure());
        };
    }

    Unsigned propose(ClientIdentity identity, PrivateSubmission submission) {
        return unsigned(identity, drafts.draft(identity, submission));
    }

    private Unsigned unsigned(ClientIdentity identity, Draft draft) {
        return Unsigned.of(
                draft.txId(),
                connections.local(identity).newProposal(draft.bytes().toByteArray()));
    }

    /** A staging that only has to be sent. */
    record Staged(StagingRequest request, Sealed sealed) {}

    Staged staged(ClientIdentity identity, Signed transaction) {
        SignedContent content = SignedContent.ofTransaction(transaction);
        content.require(identity, settings);
        return new Staged(content.staging(), drafts.seal(identity, transaction));
    }

    Ready ready(ClientIdentity identity, Signed transaction) {
        SignedContent content = SignedContent.ofTransaction(transaction);
        content.require(identity, settings);
        return new Ready(Submission.of(identity.subject(), content.command()), drafts.seal(identity, transaction));
    }
}
