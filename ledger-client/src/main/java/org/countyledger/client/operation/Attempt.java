package org.countyledger.client.operation;

import java.util.Optional;

/**
 * One transaction id that was used for an operation. Its id is stored before anything leaves this process.
 *
 * @param committed present once a block holds the transaction
 */
public record Attempt(String txId, State state, Optional<Committed> committed) {

    /** How far an attempt came. */
    public enum State {
        /** The id is stored; nothing that could commit exists yet. */
        STARTED,
        /** The signed envelope is stored and may have been sent: it may commit. */
        SEALED,
        VALID,
        INVALID,
        /** Ended before an envelope was stored: it can never commit. */
        UNSENT;

        /** The only state from which this one is reached. */
        static State before(State ended) {
            return switch (ended) {
                case STARTED, SEALED, UNSENT -> STARTED;
                case VALID, INVALID -> SEALED;
            };
        }
    }

    public static Attempt started(String txId) {
        return new Attempt(txId, State.STARTED, Optional.empty());
    }

    public Attempt unsent() {
        return new Attempt(txId, State.UNSENT, Optional.empty());
    }

    public Attempt sealed() {
        return new Attempt(txId, State.SEALED, Optional.empty());
    }

    public Attempt committedAs(Committed verdict) {
        return new Attempt(txId, verdict.isValid() ? State.VALID : State.INVALID, Optional.of(verdict));
    }
}
