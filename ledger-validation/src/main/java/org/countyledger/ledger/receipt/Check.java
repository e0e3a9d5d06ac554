package org.countyledger.ledger.receipt;

/** What is checked of a receipt, in this order; each rests on those before it. */
public enum Check {
    /** The bytes are a receipt in its one form, with an endorser transaction of the trusted channel in it. */
    FORM,
    /** The creator is a member of an organisation of the genesis block, and signed the envelope. */
    CLIENT,
    /** The transaction id follows from the creator and its nonce. */
    TRANSACTION_ID,
    /** The result answers this very proposal. */
    PROPOSAL,
    /** Each endorser is a peer of an organisation of the genesis block, and signed the result. */
    ENDORSERS,
    /** What the organisations were asked is this transaction on this channel. */
    QUESTION,
    /** Peers of enough organisations signed envelope and validation code. */
    ATTESTATIONS,
    /** The code that they signed is VALID. */
    VALIDITY,
    /** The endorsing organisations are those that the caller's rule demands for what is written. */
    RULE
}
