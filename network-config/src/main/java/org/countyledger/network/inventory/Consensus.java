package org.countyledger.network.inventory;

/** How orderers of a Fabric network agree; it stands in block 0 and cannot be chosen again. */
public enum Consensus {
    /** Every organisation orders, and fewer than a third of them may fail or lie. */
    BFT,
    /** The first organisation alone orders: for benchmarks and small computers. */
    RAFT
}
