package org.countyledger.client.operation;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * The verdict of the committing peers on one transaction.
 *
 * @param code Fabric's TxValidationCode as an unsigned byte: 0 valid, 10 endorsement policy, 11 MVCC, 12 phantom
 * @param block number of the block that holds the transaction
 */
public record Committed(int code, long block) {
    public boolean isValid() {
        return code == TxValidationCode.VALID_VALUE;
    }

    /** Fabric's name of the code, e.g. {@code MVCC_READ_CONFLICT}. */
    public String codeName() {
        TxValidationCode known = TxValidationCode.forNumber(code);
        return known == null ? "CODE_" + code : known.name();
    }
}
