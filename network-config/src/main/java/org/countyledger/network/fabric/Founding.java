package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.util.stream.Stream;
import org.countyledger.domain.contract.Functions;
import org.countyledger.network.CountyException;
import org.countyledger.network.contract.ContractDefinition;
import org.countyledger.network.contract.ContractPackage;
import org.countyledger.network.inventory.Inventory;

/** Makes a channel of nodes that answer; what is there already is left alone. */
final class Founding {
    private final String channel;
    private final ContractDefinition definition;
    private final ContractPackage contract;
    private final Nodes nodes;
    private final Patience patience;

    Founding(Inventory inventory, Nodes nodes) {
        this.patience =
                nodes.peers().size() == inventory.organizations().size() ? Patience.own() : Patience.forOthers();
        this.channel = inventory.channel();
        this.definition = ContractDefinition.of(inventory);
        this.contract = ContractPackage.of(definition);
        this.nodes = nodes;
    }

    /** Every node joins, every peer gets the package, and the organisations agree on the contract. */
    void agree(ByteString genesis) {
        Stream<Runnable> orderers = nodes.orderers().stream().map(orderer -> () -> join(orderer, genesis));
        Stream<Runnable> peers = nodes.peers().stream().map(peer -> () -> join(peer, genesis));
        Patience.withEach(Stream.concat(orderers, peers).toList(), Runnable::run);
        new ContractLifecycle(channel, definition, contract.id()).agree(nodes.peers(), patience);
    }

    private void join(OrdererAdmin orderer, ByteString genesis) {
        patience.until("The orderer of " + orderer.mspId() + " joins the channel", () -> {
            orderer.join(channel, genesis.toByteArray());
            return true;
        });
    }

    private void join(PeerAdmin peer, ByteString genesis) {
        patience.until("The peer of " + peer.mspId() + " joins the channel", () -> {
            peer.join(channel, genesis);
            return true;
        });
        install(peer);
    }

    private void install(PeerAdmin peer) {
        patience.until("The peer of " + peer.mspId() + " takes the contract's package", () -> {
            String id = peer.install(contract.id(), ByteString.copyFrom(contract.bytes()));
            if (!id.equals(contract.id())) {
                throw new CountyException(
                        "The peer of " + peer.mspId() + " knows the package as " + id + ", not as " + contract.id());
            }
            return true;
        });
    }

    /**
     * Waits until each gateway gets a question of the contract endorsed: then its own peer reaches the contract, and
     * peers have heard of each other. Nothing is ordered.
     */
    void awaitEndorsements() {
        Patience.withEach(
                nodes.peers(),
                peer -> patience.until("The contract is endorsed through the peer of " + peer.mspId(), () -> {
                    try (Submitting transactions = new Submitting(peer, channel)) {
                        Submitting.endorse(transactions
                                .contract(definition.name())
                                .newProposal(Functions.POLICIES)
                                .addArguments("county")
                                .build());
                    }
                    return true;
                }));
    }
}
