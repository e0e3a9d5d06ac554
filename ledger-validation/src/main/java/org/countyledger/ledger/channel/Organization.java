package org.countyledger.ledger.channel;

import java.util.List;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;

/** An organisation of the Application or the Orderer group; {@code name} is its group's name, often the MSP id. */
public record Organization(String name, FabricMSPConfig msp, List<String> endpoints) {
    public Organization {
        endpoints = List.copyOf(endpoints);
    }

    public String mspId() {
        return msp.getName();
    }
}
