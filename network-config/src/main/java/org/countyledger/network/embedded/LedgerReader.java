package org.countyledger.network.embedded;

import java.util.List;
import java.util.Optional;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.PeerAddress;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.domain.actor.Role;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** A client that reads what any member of the channel may, and has nothing to write. */
public final class LedgerReader {
    private LedgerReader() {}

    /** The identity that it reads under, one of the first organisation. */
    public static String subject(Inventory inventory) {
        return inventory.organizations().getFirst().mspId() + "." + Role.SYSTEM_TIMER;
    }

    public static LedgerClient open(CountyDirectory county, Inventory inventory) {
        Organization organization = inventory.organizations().getFirst();
        String mspId = organization.mspId();
        ClientIdentities identities = ClientIdentities.load(
                county.identitiesFile(), entry -> entry.subject().equals(subject(inventory)));
        PeerAddress address = new PeerAddress(
                mspId,
                organization.peerAddress(),
                Optional.of(county.organization(mspId).tlsRoot()),
                Optional.empty());
        LedgerSettings settings = LedgerSettings.of(inventory.channel(), inventory.chaincode(), "county");
        return LedgerClient.open(settings, List.of(Peer.connect(address)), identities, new InMemoryOperationStore());
    }
}
