package org.countyledger.network.settings;

import java.util.List;
import org.countyledger.network.contract.ContractDefinition;
import org.countyledger.network.contract.ContractPackage;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** {@code run/ledger.json}, as the embedded ledger reads it. */
record LedgerFile(
        String channel,
        String directory,
        int ordererPort,
        List<LedgerFile.Member> organizations,
        List<LedgerFile.Chaincode> chaincodes) {

    /** An organisation with its keys. */
    record Member(
            String mspId,
            String mspDir,
            String peerMspDir,
            String ordererMspDir,
            String host,
            int peerPort,
            Tls peerTls,
            Tls ordererTls) {}

    /** PEM files. */
    record Tls(String certificate, String privateKey, String rootCertificates) {
        static Tls of(OrganizationDirectory organization, String node) {
            var folder = organization.nodeTls(node);
            return new Tls(
                    folder.resolve("cert.pem").toString(),
                    folder.resolve("key.pem").toString(),
                    folder.resolve("ca.pem").toString());
        }
    }

    /** The contracts and the processes that run them. */
    record Chaincode(
            String name, String version, int sequence, String policy, String packageId, List<Endpoint> endpoints) {}

    /** Where one organisation's chaincode process listens; the peer shows its own TLS certificate there. */
    record Endpoint(String mspId, String address, Tls tls) {}

    static LedgerFile of(Inventory inventory, CountyDirectory county) {
        List<Organization> organizations = inventory.organizations();
        return new LedgerFile(
                inventory.channel(),
                county.ledgerData().toString(),
                organizations.getFirst().ordererPort(),
                organizations.stream()
                        .map(organization -> member(organization, county.organization(organization.mspId())))
                        .toList(),
                List.of(chaincode(inventory, county)));
    }

    private static Member member(Organization organization, OrganizationDirectory directory) {
        return new Member(
                organization.mspId(),
                directory.msp().toString(),
                directory.nodeMsp("peer").toString(),
                directory.nodeMsp("orderer").toString(),
                organization.host(),
                organization.peerPort(),
                Tls.of(directory, "peer"),
                Tls.of(directory, "orderer"));
    }

    private static Chaincode chaincode(Inventory inventory, CountyDirectory county) {
        List<Endpoint> endpoints = inventory.organizations().stream()
                .map(organization -> new Endpoint(
                        organization.mspId(),
                        organization.chaincodeAddress(),
                        Tls.of(county.organization(organization.mspId()), "peer")))
                .toList();
        ContractDefinition definition = ContractDefinition.of(inventory);
        return new Chaincode(
                definition.name(),
                definition.version(),
                definition.sequence(),
                definition.policy(),
                ContractPackage.of(definition).id(),
                endpoints);
    }
}
