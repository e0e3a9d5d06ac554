package org.countyledger.embedded.gateway;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.embedded.commit.ChainProgress;
import org.countyledger.embedded.commit.CommitWaiters;
import org.countyledger.embedded.state.BlockIndex;
import org.countyledger.embedded.state.BlockStore;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.channel.ChannelConfig;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;

/**
 * What one organisation's gateway works with; all but what it has heard of the chain is shared by all.
 *
 * @param peers in the order of their MSP ids
 * @param orderers one per consenter
 * @param executor runs calls to several peers at the same time
 */
public record GatewayContext(
        ChannelConfig channel,
        AccessControl access,
        List<EndorsingPeer> peers,
        List<OrdererEndpoint> orderers,
        Function<Envelope, BroadcastResponse> broadcast,
        Supplier<StateSnapshot> state,
        BlockStore blocks,
        BlockIndex index,
        ChainProgress progress,
        CommitWaiters waiters,
        StatusGate gate,
        ExecutorService executor) {
    /** Where a consenter answers, for error details. */
    public record OrdererEndpoint(String address, String mspId) {}
}
