package org.countyledger.network.embedded;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.countyledger.client.ClientIdentities;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.LedgerSettings;
import org.countyledger.client.Peer;
import org.countyledger.client.PeerAddress;
import org.countyledger.client.operation.InMemoryOperationStore;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.domain.actor.Role;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** How many blocks a running ledger has, asked as any member of the channel may. */
final class ChainHeight {
    private ChainHeight() {}

    /** Empty where no peer answers. */
    static OptionalLong of(CountyDirectory county, Inventory inventory) {
        Organization organization = inventory.organizations().getFirst();
        String mspId = organization.mspId();
        ClientIdentities identities = ClientIdentities.load(
                county.identitiesFile(), entry -> entry.subject().equals(mspId + "." + Role.SYSTEM_TIMER));
        PeerAddress address = new PeerAddress(
                mspId,
                organization.peerAddress(),
                Optional.of(county.organization(mspId).tlsRoot()),
                Optional.empty());
        LedgerSettings settings = LedgerSettings.of(inventory.channel(), inventory.chaincode(), "county");
        try (LedgerClient client =
                LedgerClient.open(settings, List.of(Peer.connect(address)), identities, new InMemoryOperationStore())) {
            return OptionalLong.of(client.height());
        } catch (LedgerException e) {
            return OptionalLong.empty();
        }
    }
}
