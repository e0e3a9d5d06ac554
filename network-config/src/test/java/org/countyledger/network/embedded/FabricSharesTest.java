package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.CountyFile;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.fabric.FabricHere;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.InventoryFile;
import org.countyledger.network.inventory.Organization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four organisations, each with its own part of a county only, as on four hosts. */
final class FabricSharesTest {
    private static final Set<String> NETWORK = Set.of("orderer", "peer", "channel");

    @TempDir
    private Path folder;

    private final List<CountyDirectory> shares = new ArrayList<>();
    private Optional<Installation> installation = Optional.empty();

    @BeforeEach
    void needsFabric() throws IOException {
        FabricHere.program("peer");
        FabricHere.program("orderer");
        installation = Optional.of(Checkout.in(folder.resolve("checkout")));
    }

    @AfterEach
    void stopThem() {
        shares.forEach(share -> county(share).stop());
    }

    private LocalCounty county(CountyDirectory directory) {
        return LocalCounty.open(directory, installation.orElseThrow());
    }

    private void start(CountyDirectory share) {
        CountyStart.Request request = new CountyStart.Request(
                share,
                Purpose.LEGAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LedgerChoice.ANY,
                new Selection(NETWORK));
        RunningCounty unused =
                new CountyStart(installation.orElseThrow(), (step, took) -> {}).start(request, CountySetup.NONE);
    }

    @Test
    void fromTheirPartsAloneTheyMakeOneChannelAndAgreeOnTheContract() {
        CountyDirectory whole = new CountyDirectory(folder.resolve("whole"));
        Inventory inventory =
                InventoryFile.parse(InventoryFile.bundled(), "bundled").withPortsFrom(FreePorts.base());
        new CountyMaker(whole, installation.orElseThrow())
                .make(CountyFile.fabric(Purpose.LEGAL, NodeRuntime.NATIVE), InventoryFile.write(inventory));
        for (Organization organization : inventory.organizations()) {
            Path out = folder.resolve("host-" + organization.mspId());
            county(whole).share(organization.mspId(), NodeRuntime.NATIVE, out);
            shares.add(new CountyDirectory(out));
        }

        try (ExecutorService hosts = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(shares.stream()
                            .map(share -> CompletableFuture.runAsync(() -> start(share), hosts))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }

        for (CountyDirectory share : shares) {
            HealthReport report = county(share).report();
            assertThat(report.findings()).isEmpty();
            assertThat(report.lines()).anyMatch(line -> line.contains("contract county_1"));
        }
    }
}
