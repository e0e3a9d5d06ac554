package org.countyledger.embedded.commit;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What became of a transaction, and in which block. */
public record CommitResult(TxValidationCode code, long blockNumber) {}
