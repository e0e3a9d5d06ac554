package org.countyledger.embedded.privatedata;

import org.countyledger.embedded.state.StateSnapshot;

/** What one organisation's peer sees at one height: the public state, its own private values, who belongs to what. */
public record PeerState(StateSnapshot state, PrivateState own, CollectionConfigs collections) implements AutoCloseable {
    /** The same for another reader, who closes it himself. */
    public PeerState copy() {
        return new PeerState(state.copy(), own.copy(), collections);
    }

    @Override
    public void close() {
        state.close();
        own.close();
    }
}
