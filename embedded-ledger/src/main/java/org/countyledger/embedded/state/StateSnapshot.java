package org.countyledger.embedded.state;

import org.countyledger.ledger.state.StateView;

/** World state after block {@code height() - 1}; stays as it is until closed, whatever commits meanwhile. */
public interface StateSnapshot extends StateView, AutoCloseable {
    /** Number of blocks that this state includes, block 0 counted. */
    long height();

    /** The same state for another reader, who closes it himself. */
    StateSnapshot copy();

    @Override
    void close();
}
