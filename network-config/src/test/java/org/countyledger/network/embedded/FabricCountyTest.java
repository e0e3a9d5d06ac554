package org.countyledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;
import org.countyledger.network.directory.LedgerKind;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.fabric.FabricHere;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.FindingCode;
import org.countyledger.network.health.HealthReport;
import org.countyledger.network.inventory.Consensus;
import org.countyledger.network.inventory.Organization;
import org.countyledger.network.process.ProcessStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of a network of four peers and four BFT orderers of Fabric's own programs, without services. */
@TestMethodOrder(OrderAnnotation.class)
final class FabricCountyTest {
    private static final Set<String> NETWORK = Set.of("orderer", "peer", "channel");

    @TempDir
    private static Path folder;

    private static Optional<Installation> installation = Optional.empty();
    private static CountyDirectory directory = new CountyDirectory(Path.of(""));

    @BeforeAll
    static void makeTheNetworkAndStartIt() throws IOException {
        if (!FabricHere.isThere()) {
            return;
        }
        installation = Optional.of(Checkout.in(folder.resolve("checkout")));
        directory = new CountyDirectory(folder.resolve("counties/first"));
        start(LedgerChoice.of(LedgerKind.FABRIC), Optional.of(FreePorts.base()));
    }

    /** For each test, so that each is named among the skipped. */
    @BeforeEach
    void needsFabric() {
        FabricHere.program("peer");
        FabricHere.program("orderer");
    }

    @AfterAll
    static void stopIt() {
        if (installation.isPresent() && directory.county().isPresent()) {
            county().stop();
        }
    }

    @Test
    @Order(1)
    void allNodesHaveTheSameBlocksAndTheContract() {
        HealthReport report = county().report();

        assertThat(report.findings()).isEmpty();
        assertThat(report.lines()).hasSize(6).first().asString().contains("CivilAffairsMSP", "contract county_1");
        assertThat(report.lines()).last().asString().contains("of 4 peers");
        assertThat(county().height().orElseThrow())
                .as("block 0, approvals, the commit")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(1)
    void aDoctorFindsNothingButThatNoContractAndNoServiceRuns() {
        assertThat(county().findings(Instant.now()))
                .extracting(Finding::code)
                .containsOnly(FindingCode.CHAINCODE_NOT_CONNECTED)
                .hasSize(4);
    }

    @Test
    @Order(2)
    void whoIsRevokedIsRefusedByEveryPeer() {
        String revoked = "AuditMSP.SYSTEM_TIMER";
        assertThat(asks(revoked)).isTrue();

        county().revoke(revoked, Instant.now());

        assertThat(asks(revoked)).isFalse();
        assertThat(asks("AuditMSP.CONDUIT")).isTrue();
        assertThat(county().report().findings()).isEmpty();
    }

    /** Whether every peer answers a question of this member. */
    private static boolean asks(String subject) {
        return county().inventory().organizations().stream().allMatch(organization -> asks(subject, organization));
    }

    private static boolean asks(String subject, Organization organization) {
        try (LedgerClient client = LedgerReader.open(directory, county().inventory(), organization, subject)) {
            return client.height() > 0;
        } catch (LedgerException e) {
            return false;
        }
    }

    @Test
    @Order(1)
    void itStaysWhatItIs() {
        assertThatThrownBy(() -> start(LedgerChoice.of(LedgerKind.EMBEDDED)))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("is a county on Hyperledger Fabric and can never be one on the embedded ledger");
        assertThatThrownBy(
                        () -> start(new LedgerChoice(Optional.empty(), Optional.of(Consensus.RAFT), Optional.empty())))
                .hasMessageContaining("orders by BFT since block 0");
        assertThatThrownBy(() -> start(LedgerChoice.ANY, Optional.of(40_000)))
                .hasMessageContaining("keeps its ports, because addresses stand in block 0");
    }

    @Test
    @Order(2)
    void aPeerThatDiedIsStartedAgainAndHasItsBlocks() {
        long height = county().height().orElseThrow();
        ProcessHandle peer = ProcessHandle.of(pid("peer-AuditMSP")).orElseThrow();
        long orderer = pid("orderer-AuditMSP");
        peer.destroyForcibly();
        peer.onExit().join();

        start(LedgerChoice.ANY);

        assertThat(pid("orderer-AuditMSP")).isEqualTo(orderer);
        assertThat(county().report().findings()).isEmpty();
        assertThat(county().height()).hasValue(height);
    }

    @Test
    @Order(3)
    void stoppedAndStartedItGoesOnWhereItWas() {
        long height = county().height().orElseThrow();

        assertThat(county().stop()).hasSize(8);
        start(LedgerChoice.ANY);

        assertThat(county().report().findings()).isEmpty();
        assertThat(county().height()).hasValue(height);
    }

    @Test
    @Order(4)
    void whatItsPeersWroteIsReplayedWithoutADifference() throws IOException {
        assertThat(ChainReplay.run(county().blocks(), ChainReplay.Progress.NONE).agrees())
                .isTrue();
    }

    @Test
    @Order(5)
    void purgingTakesEverythingAway() throws IOException {
        assertThat(county().purge()).hasSize(8);

        try (var left = Files.list(folder.resolve("counties"))) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactly(".first.lock");
        }
    }

    private static void start(LedgerChoice ledger) {
        start(ledger, Optional.empty());
    }

    private static void start(LedgerChoice ledger, Optional<Integer> portBase) {
        CountyStart.Request request = new CountyStart.Request(
                directory, Purpose.LEGAL, Optional.empty(), portBase, Optional.empty(), ledger, new Selection(NETWORK));
        RunningCounty unused =
                new CountyStart(installation.orElseThrow(), (step, took) -> {}).start(request, CountySetup.NONE);
    }

    private static LocalCounty county() {
        return LocalCounty.open(directory, installation.orElseThrow());
    }

    private static long pid(String name) {
        return county().status().stream()
                .filter(process -> process.name().equals(name))
                .map(ProcessStatus::pid)
                .findFirst()
                .orElseThrow()
                .orElseThrow();
    }
}
