package org.countyledger.embedded.privatedata;

import org.countyledger.embedded.state.StateSnapshot;

/** What one organisation's peer sees at one height: the public state, its own private values, who belongs to what. */
public record PeerState(StateSnapshot state, PrivateState own, CollectionConfigs collections) implements AutoCloseable {
    @Override
    public void close() {
        state.close();
        own.close();
    }
}
