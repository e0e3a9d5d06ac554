package org.countyledger.ledger.receipt;

/** What came of checking a receipt. */
public sealed interface Verdict {

    /** Every {@link Check} holds. */
    record Verified(VerifiedTransaction transaction) implements Verdict {}

    /**
     * The receipt proves nothing.
     *
     * @param check the first that failed; all before it hold, none after it was tried
     */
    record Refused(Check check, String sentence) implements Verdict {}
}
