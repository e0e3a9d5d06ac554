package org.countyledger.ledger.rwset;

/**
 * Height of the write that made a value: block number and index of the transaction in that block (Fabric's
 * {@code version.Height}).
 */
public record Version(long blockNumber, long transactionNumber) implements Comparable<Version> {
    public Version {
        if (blockNumber < 0 || transactionNumber < 0) {
            throw new IllegalArgumentException("negative version " + blockNumber + "," + transactionNumber);
        }
    }

    @Override
    public int compareTo(Version other) {
        int byBlock = Long.compare(blockNumber, other.blockNumber);
        return byBlock != 0 ? byBlock : Long.compare(transactionNumber, other.transactionNumber);
    }
}
