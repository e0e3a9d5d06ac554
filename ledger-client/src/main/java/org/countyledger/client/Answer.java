package org.countyledger.client;

import org.countyledger.client.operation.LedgerFailure;

/** What the peers made of a question. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /**
     * A peer answered with something else.
     *
     * @param lagging whether it may come from a peer that is a block or two behind
     */
    record Failed<T>(LedgerFailure failure, boolean lagging) implements Answer<T> {}

    /** No peer of the list could take the question. */
    record Nobody<T>(LedgerFailure.Unavailable failure) implements Answer<T> {}
}
