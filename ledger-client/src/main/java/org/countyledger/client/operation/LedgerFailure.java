package org.countyledger.client.operation;

/**
 * Everything that can go wrong between us and the ledger, by stage. Each names the transaction id of the proposal, so
 * that it can be found in the logs of peers. What Fabric says in each case is measured in docs (fabric-live 3.3, 3.4).
 */
public sealed interface LedgerFailure {

    String txId();

    /** One sentence for an operator; holds no personal content because arguments never do. */
    String sentence();

    /** The stages that wait for a peer. */
    enum Stage {
        EVALUATE,
        ENDORSE
    }

    /** A query was not answered, for a reason that is no refusal. */
    record EvaluateFailed(String txId, String detail) implements LedgerFailure {
        @Override
        public String sentence() {
            return "The query was not answered: " + detail;
        }
    }

    /** The peers did not endorse, for a reason that is no refusal. Nothing was sent to be ordered. */
    record EndorseFailed(String txId, String detail) implements LedgerFailure {
        @Override
        public String sentence() {
            return "The transaction was not endorsed: " + detail;
        }
    }

    /**
     * The contract said no. Nothing was sent to be ordered.
     *
     * @param code a name of {@link org.countyledger.domain.lifecycle.RefusalCode}
     * @param rule id of the rule that the refusal rests on
     */
    record Refused(String txId, String code, String rule, String sentence) implements LedgerFailure {}

    /** A block holds the transaction, and it was not applied; or all the retries it was worth are spent. */
    record CommitInvalid(String txId, Committed committed) implements LedgerFailure {
        @Override
        public String sentence() {
            return "The transaction is in block %d and was not applied: %s."
                    .formatted(committed.block(), committed.codeName());
        }
    }

    /**
     * Sent, or maybe sent, and not seen in a block before the deadline. It may still commit.
     *
     * @param detail what the last peer said that did not take the envelope; empty when it was taken
     */
    record SubmitUnknown(String txId, String detail) implements LedgerFailure {
        @Override
        public String sentence() {
            return "No block with the transaction was seen in time; it may still be committed. " + detail;
        }
    }

    /** No answer in time, at a stage where nothing had been sent to be ordered yet. */
    record Deadline(String txId, Stage stage) implements LedgerFailure {
        @Override
        public String sentence() {
            return "No answer in time while waiting to " + stage.name().toLowerCase(java.util.Locale.ROOT) + ".";
        }
    }

    /** No peer of the list could be reached, or none could start its chaincode. Nothing was sent to be ordered. */
    record Unavailable(String txId, Stage stage, String detail) implements LedgerFailure {
        @Override
        public String sentence() {
            return "No peer could " + stage.name().toLowerCase(java.util.Locale.ROOT) + ": " + detail;
        }
    }
}
