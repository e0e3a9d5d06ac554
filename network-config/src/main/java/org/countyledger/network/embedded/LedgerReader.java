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
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** A client that reads what any member of the channel may, and has nothing to write. */
public final class LedgerReader {
    private LedgerReader() {}

    /** The identity that it reads under, one of the first organisation that is here. */
    public static String subject(CountyDirectory county, Inventory inventory) {
        return own(county, inventory).mspId() + "." + Role.SYSTEM_TIMER;
    }

    private static Organization own(CountyDirectory county, Inventory inventory) {
        return inventory.organizations().stream()
                .filter(organization -> county.isHere(organization.mspId()))
                .findFirst()
                .orElseThrow(() -> new CountyException(county + " has the keys of no organisation"));
    }

    public static LedgerClient open(CountyDirectory county, Inventory inventory) {
        return open(county, inventory, own(county, inventory), subject(county, inventory));
    }

    /** As somebody, at one organisation's peer. */
    static LedgerClient open(CountyDirectory county, Inventory inventory, Organization organization, String subject) {
        String mspId = organization.mspId();
        ClientIdentities identities = ClientIdentities.load(
                county.identitiesFile(), entry -> entry.subject().equals(subject));
        PeerAddress address = new PeerAddress(
                mspId,
                organization.peerAddress(),
                Optional.of(county.organization(mspId).tlsRoot()),
                Optional.empty());
        LedgerSettings settings = LedgerSettings.of(inventory.channel(), inventory.chaincode(), "county");
        return LedgerClient.open(settings, List.of(Peer.connect(address)), identities, new InMemoryOperationStore());
    }
}
