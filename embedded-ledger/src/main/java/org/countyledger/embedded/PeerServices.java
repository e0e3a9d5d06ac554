package org.countyledger.embedded;

import io.grpc.BindableService;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.countyledger.embedded.deliver.DeliverService;
import org.countyledger.embedded.gateway.EndorsingPeer;
import org.countyledger.embedded.gateway.GatewayContext;
import org.countyledger.embedded.gateway.GatewayService;
import org.countyledger.embedded.gateway.StatusGate;

/** What an organisation's peer serves over the chain it follows. */
record PeerServices(
        EmbeddedLedgerBuilder settings, List<OrganizationPeer> peers, StatusGate gate, ExecutorService executor) {
    List<BindableService> of(OrganizationPeer peer) {
        Chain chain = peer.view().chain();
        return List.of(
                new GatewayService(context(peer), peer.mspId()),
                new EndorserService(peer),
                new DeliverService(chain.peerSource(peer.mspId())));
    }

    private GatewayContext context(OrganizationPeer peer) {
        OrganizationView view = peer.view();
        Chain chain = view.chain();
        return new GatewayContext(
                chain.channel(),
                chain.access(),
                List.<EndorsingPeer>copyOf(peers),
                orderers(),
                chain::order,
                view::snapshot,
                view.blocks(),
                chain.index(),
                view.follower().progress(),
                view.follower().waiters(),
                gate,
                executor);
    }

    private List<GatewayContext.OrdererEndpoint> orderers() {
        int port = Math.max(0, settings.ordererPort());
        return settings.organizations().stream()
                .map(organization ->
                        new GatewayContext.OrdererEndpoint(organization.host() + ":" + port, organization.mspId()))
                .toList();
    }
}
