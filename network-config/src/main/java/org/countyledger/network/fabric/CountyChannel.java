package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.genesis.BlockCutting;
import org.countyledger.ledger.genesis.ChannelMember;
import org.countyledger.ledger.genesis.ChannelSetup;
import org.countyledger.ledger.genesis.Ordering;
import org.countyledger.ledger.identity.MspFolder;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.peer.AnchorPeer;

/** The channel that an inventory describes, with the certificates of its nodes. */
final class CountyChannel {
    private static final int MAX_MESSAGES = 100;
    private static final int ABSOLUTE_MAX_BYTES = 10 << 20;
    private static final int PREFERRED_MAX_BYTES = 2 << 20;

    /** How long a transaction may wait for others of its block. */
    private static final Duration MAX_INTERVAL = Duration.ofMillis(50);

    private static final BlockCutting CUTTING =
            new BlockCutting(MAX_MESSAGES, ABSOLUTE_MAX_BYTES, PREFERRED_MAX_BYTES, MAX_INTERVAL);

    private CountyChannel() {}

    static ChannelSetup of(Inventory inventory, CountyDirectory county) throws IOException {
        List<ChannelMember> members = new ArrayList<>();
        for (Organization organization : inventory.organizations()) {
            OrganizationDirectory directory = county.organization(organization.mspId());
            Optional<Consenter> consenter = inventory.orderingOrganizations().contains(organization)
                    ? Optional.of(consenter(organization, directory, members.size() + 1))
                    : Optional.empty();
            members.add(new ChannelMember(
                    MspFolder.read(organization.mspId(), directory.msp()),
                    Optional.of(AnchorPeer.newBuilder()
                            .setHost(organization.host())
                            .setPort(organization.peerPort())
                            .build()),
                    consenter));
        }
        return new ChannelSetup(inventory.channel(), members, ordering(inventory), CUTTING);
    }

    private static Ordering ordering(Inventory inventory) {
        return switch (inventory.consensus()) {
            case BFT -> Ordering.Bft.sample(CUTTING, MAX_INTERVAL);
            case RAFT -> Ordering.Raft.sample();
        };
    }

    private static Consenter consenter(Organization organization, OrganizationDirectory directory, int id)
            throws IOException {
        ByteString tls = pem(directory.nodeTls(FabricFiles.ORDERER).resolve("cert.pem"));
        Path identity = directory.nodeMsp(FabricFiles.ORDERER).resolve(Path.of("signcerts", "cert.pem"));
        return Consenter.newBuilder()
                .setId(id)
                .setHost(organization.host())
                .setPort(organization.ordererPort())
                .setMspId(organization.mspId())
                .setIdentity(pem(identity))
                .setClientTlsCert(tls)
                .setServerTlsCert(tls)
                .build();
    }

    private static ByteString pem(Path file) throws IOException {
        return ByteString.copyFrom(Files.readAllBytes(file));
    }
}
