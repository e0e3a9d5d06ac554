package org.countyledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.embedded.chaincode.ChaincodeEndpoint;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.ordering.BatchSettings;
import org.hyperledger.fabric.protos.common.Block;

/** What an embedded ledger is made of. Without a directory it keeps everything in memory. */
public final class EmbeddedLedgerBuilder {
    private String channel = "county";
    private List<OrganizationSetup> organizations = List.of();
    private final List<Chaincode> chaincodes = new ArrayList<>();
    private BatchSettings batch = BatchSettings.DEFAULT;
    private int ordererPort = -1;
    private LedgerClock clock = LedgerClock.system();
    private Optional<Path> directory = Optional.empty();
    private Optional<Block> genesis = Optional.empty();

    /** A chaincode with the endpoint of each organisation that runs it, by MSP id. */
    record Chaincode(ChaincodeSetup definition, String packageId, Map<String, ChaincodeEndpoint> endpoints) {}

    EmbeddedLedgerBuilder() {}

    public EmbeddedLedgerBuilder channel(String name) {
        channel = name;
        return this;
    }

    public EmbeddedLedgerBuilder organizations(List<OrganizationSetup> setups) {
        organizations = List.copyOf(setups);
        return this;
    }

    public EmbeddedLedgerBuilder chaincode(
            ChaincodeSetup definition, String packageId, Map<String, ChaincodeEndpoint> endpoints) {
        chaincodes.add(new Chaincode(definition, packageId, Map.copyOf(endpoints)));
        return this;
    }

    public EmbeddedLedgerBuilder batch(BatchSettings settings) {
        batch = settings;
        return this;
    }

    /** Port of {@code orderer.AtomicBroadcast}: 0 for any free one, negative for none. */
    public EmbeddedLedgerBuilder ordererPort(int port) {
        ordererPort = port;
        return this;
    }

    public EmbeddedLedgerBuilder clock(LedgerClock ledgerClock) {
        clock = ledgerClock;
        return this;
    }

    public EmbeddedLedgerBuilder inMemory() {
        directory = Optional.empty();
        return this;
    }

    public EmbeddedLedgerBuilder directory(Path path) {
        directory = Optional.of(path);
        return this;
    }

    /** Block 0 as another tool wrote it, for a new ledger. */
    public EmbeddedLedgerBuilder genesis(Block block) {
        genesis = Optional.of(block);
        return this;
    }

    EmbeddedLedgerBuilder settings(LedgerSettings settings) {
        channel(settings.channel())
                .organizations(settings.organizations())
                .directory(settings.directory())
                .ordererPort(settings.ordererPort())
                .batch(settings.batch());
        for (LedgerSettings.Chaincode chaincode : settings.chaincodes()) {
            Map<String, ChaincodeEndpoint> endpoints = new HashMap<>();
            chaincode
                    .endpoints()
                    .forEach(endpoint -> endpoints.put(
                            endpoint.mspId(),
                            new ChaincodeEndpoint.Address(endpoint.host(), endpoint.port(), endpoint.tls())));
            chaincode(chaincode.definition(), chaincode.packageId(), endpoints);
        }
        return this;
    }

    /** Returns when all organisations answer. */
    public EmbeddedLedger start() throws SettingsException, IOException {
        if (organizations.isEmpty()) {
            throw new SettingsException("A ledger needs at least one organisation");
        }
        return new EmbeddedLedger(this);
    }

    String channel() {
        return channel;
    }

    List<OrganizationSetup> organizations() {
        return organizations;
    }

    List<Chaincode> chaincodes() {
        return List.copyOf(chaincodes);
    }

    BatchSettings batch() {
        return batch;
    }

    int ordererPort() {
        return ordererPort;
    }

    LedgerClock clock() {
        return clock;
    }

    Optional<Path> directory() {
        return directory;
    }

    Optional<Block> genesis() {
        return genesis;
    }
}
