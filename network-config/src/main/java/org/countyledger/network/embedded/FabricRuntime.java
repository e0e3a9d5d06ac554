package org.countyledger.network.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.countyledger.network.fabric.FabricNetwork;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.ProcessSpec;

/** Hyperledger Fabric as native processes. */
record FabricRuntime(FabricNetwork network) implements LedgerRuntime {
    @Override
    public void found() throws IOException {
        network.found(Instant.now());
    }

    @Override
    public void render() throws IOException {
        network.render();
    }

    @Override
    public List<ProcessSpec> nodes() {
        return network.nodes();
    }

    @Override
    public List<Chore> chores(Set<String> contracts) {
        return network.chores(contracts);
    }

    /** Addresses of orderers and anchor peers stand in block 0. */
    @Override
    public boolean canMove() {
        return false;
    }

    @Override
    public HealthReport report() {
        return network.report();
    }

    @Override
    public List<Finding> findings(boolean hasNodes) throws IOException {
        return network.findings(hasNodes);
    }

    @Override
    public void publish(String mspId) throws IOException {
        network.publish(mspId);
    }

    @Override
    public Path blocks() {
        return network.blocks();
    }
}
