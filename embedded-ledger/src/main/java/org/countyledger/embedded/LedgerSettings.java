package org.countyledger.embedded;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.channel.TlsMaterial;
import org.countyledger.embedded.ordering.BatchSettings;

/**
 * What {@code ledger.json} says, with all files read.
 *
 * @param ordererPort port of {@code orderer.AtomicBroadcast}: 0 for any free one, negative for none
 */
public record LedgerSettings(
        String channel,
        Path directory,
        int ordererPort,
        BatchSettings batch,
        List<OrganizationSetup> organizations,
        List<Chaincode> chaincodes) {
    public LedgerSettings {
        organizations = List.copyOf(organizations);
        chaincodes = List.copyOf(chaincodes);
        Set<String> mspIds = new HashSet<>();
        for (OrganizationSetup organization : organizations) {
            if (!mspIds.add(organization.mspId())) {
                throw new IllegalArgumentException("Organisation " + organization.mspId() + " stands twice");
            }
        }
        for (Chaincode chaincode : chaincodes) {
            for (Endpoint endpoint : chaincode.endpoints()) {
                if (!mspIds.contains(endpoint.mspId())) {
                    throw new IllegalArgumentException(
                            "Chaincode " + chaincode.definition().name() + " has an endpoint of " + endpoint.mspId()
                                    + ", which is no organisation of the channel");
                }
            }
        }
    }

    /** A chaincode and the processes that serve it. */
    public record Chaincode(ChaincodeSetup definition, String packageId, List<Endpoint> endpoints) {
        public Chaincode {
            endpoints = List.copyOf(endpoints);
        }
    }

    /** One organisation's chaincode process; {@code tls} is the peer's client certificate and what it trusts. */
    public record Endpoint(String mspId, String host, int port, Optional<TlsMaterial> tls) {}
}
