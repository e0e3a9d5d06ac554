package org.countyledger.network.contract;

import java.util.stream.Collectors;
import org.countyledger.network.inventory.Inventory;

/**
 * What the organisations agree on about the contract.
 *
 * @param policy who must endorse, in Fabric's policy language; the policies of single records ask for more
 */
public record ContractDefinition(String name, String version, int sequence, String policy) {
    private static final String VERSION = "1";

    /** Any two organisations. */
    private static final int ENDORSERS = 2;

    public static ContractDefinition of(Inventory inventory) {
        return new ContractDefinition(inventory.chaincode(), VERSION, 1, policy(inventory));
    }

    /** The name under which packages of this version are known. */
    public String label() {
        return name + "_" + version;
    }

    private static String policy(Inventory inventory) {
        int needed = Math.min(ENDORSERS, inventory.organizations().size());
        return inventory.organizations().stream()
                .map(organization -> "'" + organization.mspId() + ".peer'")
                .collect(Collectors.joining(", ", "OutOf(" + needed + ", ", ")"));
    }
}
