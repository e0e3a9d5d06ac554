package org.countyledger.network.settings;

import org.countyledger.network.contract.ContractDefinition;
import org.countyledger.network.contract.ContractPackage;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;

/** {@code run/chaincode-{MSP}.json}: one organisation's chaincode process. */
record ChaincodeFile(
        String packageId,
        String chaincode,
        String mspId,
        String host,
        int port,
        int clockToleranceSeconds,
        ChaincodeFile.Tls tls) {
    /** How far a transaction's time may be from the process's own clock. */
    private static final int CLOCK_TOLERANCE_SECONDS = 120;

    /** PEM files; clients must show a certificate of {@code clientRoots}. */
    record Tls(String certificate, String privateKey, String clientRoots) {}

    static ChaincodeFile of(Inventory inventory, Organization organization, OrganizationDirectory directory) {
        var tls = directory.nodeTls("chaincode");
        return new ChaincodeFile(
                ContractPackage.of(ContractDefinition.of(inventory)).id(),
                inventory.chaincode(),
                organization.mspId(),
                organization.host(),
                organization.chaincodePort(),
                CLOCK_TOLERANCE_SECONDS,
                new Tls(
                        tls.resolve("cert.pem").toString(),
                        tls.resolve("key.pem").toString(),
                        tls.resolve("ca.pem").toString()));
    }
}
