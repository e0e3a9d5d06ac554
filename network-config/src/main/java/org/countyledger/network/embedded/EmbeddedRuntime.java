package org.countyledger.network.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.JavaProgram;
import org.countyledger.network.process.Port;
import org.countyledger.network.process.Probe;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.settings.SettingsFiles;

/** All organisations' peers and one ordering service in one JVM. */
record EmbeddedRuntime(CountyDirectory county, Inventory inventory, Installation installation)
        implements LedgerRuntime {
    static final String LEDGER = "ledger";

    @Override
    public void found() {}

    @Override
    public void render() {}

    @Override
    public List<ProcessSpec> nodes() {
        JavaProgram program = new JavaProgram(
                installation.jar("embedded-ledger"),
                "org.countyledger.embedded.EmbeddedLedgerMain",
                "384m",
                new JvmFlags(county, installation.cache()).keepingArchive(LEDGER, LEDGER),
                List.of("--settings", new SettingsFiles(county).ledger().toString()));
        List<Port> ports = ports();
        return List.of(new ProcessSpec(
                LEDGER, "the embedded ledger", program, List.of(), ports, Probe.listening(ports), Set.of()));
    }

    private List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        for (Organization organization : inventory.organizations()) {
            ports.add(new Port(organization.host(), organization.peerPort(), "peerPort of " + organization.mspId()));
        }
        Organization first = inventory.organizations().getFirst();
        ports.add(new Port(first.host(), first.ordererPort(), "ordererPort of " + first.mspId()));
        return List.copyOf(ports);
    }

    @Override
    public List<Chore> chores(Set<String> contracts) {
        return List.of();
    }

    @Override
    public boolean canMove() {
        return true;
    }

    @Override
    public HealthReport report() {
        OptionalLong height = ChainHeight.of(county, inventory);
        return height.isPresent()
                ? new HealthReport(List.of("blocks on the ledger: " + height.getAsLong()), List.of())
                : new HealthReport(
                        List.of(),
                        List.of(new Finding(
                                FindingCode.NODE_SILENT,
                                "The ledger does not tell how many blocks it has",
                                "see its log, and start it again with scripts/county up")));
    }

    @Override
    public List<Finding> findings(boolean hasNodes) {
        return List.of();
    }

    @Override
    public void publish(String mspId) {
        throw new CountyException(
                "The channel of an embedded ledger does not change while it is there: only a county on"
                        + " Hyperledger Fabric (--ledger fabric) takes new definitions of organisations");
    }

    @Override
    public Path blocks() {
        return county.ledgerData().resolve(Path.of("channel", inventory.channel(), "blocks_000000"));
    }
}
