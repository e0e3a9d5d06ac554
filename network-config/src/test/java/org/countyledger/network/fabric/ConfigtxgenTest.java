package org.countyledger.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.countyledger.network.directory.NodeRuntime;
import org.countyledger.network.directory.OrganizationDirectory;
import org.countyledger.network.inventory.Consensus;
import org.countyledger.network.inventory.Inventory;
import org.countyledger.network.inventory.Organization;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our block 0 beside the one that Fabric's own tool makes of the same county. */
final class ConfigtxgenTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Consensus.class)
    void blockZeroIsWhatConfigtxgenMakesExceptForTimeAndNonce(Consensus consensus) throws Exception {
        Path configtxgen = FabricHere.program("configtxgen");
        TestCounty county = TestCounty.in(folder.resolve("county")).ordering(consensus);
        new FabricNetwork(county.inventory(), county.directory(), NodeRuntime.NATIVE).found(Instant.now());

        Block theirs = theirs(configtxgen, county);
        Block ours =
                Block.parseFrom(Files.readAllBytes(county.directory().channel().resolve("genesis.block")));

        assertThat(ConfigText.of(group(ours)))
                .containsExactlyInAnyOrderEntriesOf(withoutEndorsementByOrderers(ConfigText.of(group(theirs))));
        assertThat(ours.getMetadata()).isEqualTo(theirs.getMetadata());
        assertThat(withoutTime(ours)).isEqualTo(withoutTime(theirs));
        assertThat(ours.getHeader().getNumber()).isZero();
        assertThat(ours.getHeader().getPreviousHash()).isEmpty();
    }

    /** The tool gives an organisation the same policies in both groups; nobody reads this one in the Orderer group. */
    private static Map<String, String> withoutEndorsementByOrderers(Map<String, String> theirs) {
        Map<String, String> left = new TreeMap<>(theirs);
        left.keySet().removeIf(path -> path.matches("/Channel/Orderer/\\w+/policy Endorsement.*"));
        return left;
    }

    private static ConfigGroup group(Block block) throws IOException {
        return ConfigEnvelope.parseFrom(payload(block).getData()).getConfig().getChannelGroup();
    }

    private static ChannelHeader withoutTime(Block block) throws IOException {
        return ChannelHeader.parseFrom(payload(block).getHeader().getChannelHeader()).toBuilder()
                .clearTimestamp()
                .clearTxId()
                .build();
    }

    private static Payload payload(Block block) throws IOException {
        return Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
    }

    private Block theirs(Path configtxgen, TestCounty county) throws IOException, InterruptedException {
        Path block = folder.resolve("theirs.block");
        Files.writeString(folder.resolve("configtx.yaml"), profile(county));
        Process process = new ProcessBuilder(
                        configtxgen.toString(),
                        "-profile",
                        "County",
                        "-channelID",
                        county.inventory().channel(),
                        "-configPath",
                        folder.toString(),
                        "-outputBlock",
                        block.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("configtxgen.log").toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("configtxgen.log")))
                .isZero();
        return Block.parseFrom(Files.readAllBytes(block));
    }

    /** The same county in the words of Fabric's tool. */
    private static String profile(TestCounty county) {
        Inventory inventory = county.inventory();
        String members = inventory.organizations().stream()
                .map(organization -> "'" + organization.mspId() + ".member'")
                .collect(Collectors.joining(","));
        String organizations = inventory.organizations().stream()
                .map(organization -> organization(county, organization))
                .collect(Collectors.joining());
        return """
                Profiles:
                  County:
                    Policies: &flat
                      Readers: &members {Type: Signature, Rule: "OR(%1$s)"}
                      Writers: *members
                      Admins: {Type: ImplicitMeta, Rule: MAJORITY Admins}
                    Capabilities: {V3_0: true}
                    Orderer:
                      OrdererType: %2$s
                      BatchTimeout: 50ms
                      BatchSize: {MaxMessageCount: 100, AbsoluteMaxBytes: 10 MB, PreferredMaxBytes: 2 MB}
                      Capabilities: {V2_0: true}
                      Policies:
                        <<: *flat
                        BlockValidation: {Type: ImplicitMeta, Rule: ANY Writers}
                %3$s
                      Organizations: [%4$s]
                    Application:
                      Capabilities: {V2_5: true}
                      Policies:
                        <<: *flat
                        Endorsement: &majority {Type: ImplicitMeta, Rule: MAJORITY Endorsement}
                        LifecycleEndorsement: *majority
                      ACLs:
                        peer/Propose: &writers /Channel/Application/Writers
                        peer/ChaincodeToChaincode: *writers
                        _lifecycle/QueryChaincodeDefinition: *writers
                        _lifecycle/QueryChaincodeDefinitions: *writers
                        event/Block: &readers /Channel/Application/Readers
                        event/FilteredBlock: *readers
                        qscc/GetChainInfo: *readers
                        qscc/GetBlockByNumber: *readers
                        qscc/GetBlockByHash: *readers
                        qscc/GetTransactionByID: *readers
                        qscc/GetBlockByTxID: *readers
                        cscc/GetConfigBlock: *readers
                        cscc/GetChannelConfig: *readers
                      Organizations: [%5$s]
                """.formatted(
                        members,
                        inventory.consensus() == Consensus.BFT ? "BFT" : "etcdraft",
                        consensus(county),
                        aliases(inventory.orderingOrganizations()),
                        aliases(inventory.organizations()))
                .replace("Profiles:", "Organizations:\n" + organizations + "Profiles:");
    }

    private static String aliases(List<Organization> organizations) {
        return organizations.stream()
                .map(organization -> "*" + organization.mspId())
                .collect(Collectors.joining(", "));
    }

    private static String organization(TestCounty county, Organization organization) {
        return """
                  - &%1$s
                    Name: %1$s
                    ID: %1$s
                    MSPDir: %2$s
                    OrdererEndpoints: ["%3$s"]
                    AnchorPeers: [{Host: %4$s, Port: %5$d}]
                    Policies:
                      Readers: {Type: Signature, Rule: "OR('%1$s.member')"}
                      Writers: {Type: Signature, Rule: "OR('%1$s.member')"}
                      Admins: {Type: Signature, Rule: "OR('%1$s.admin')"}
                      Endorsement: {Type: Signature, Rule: "OR('%1$s.peer')"}
                """.formatted(
                        organization.mspId(),
                        county.directory().organization(organization.mspId()).msp(),
                        organization.ordererAddress(),
                        organization.host(),
                        organization.peerPort());
    }

    private static String consensus(TestCounty county) {
        StringBuilder consenters = new StringBuilder();
        int id = 1;
        for (Organization organization : county.inventory().orderingOrganizations()) {
            OrganizationDirectory directory = county.directory().organization(organization.mspId());
            Path tls = directory.nodeTls("orderer").resolve("cert.pem");
            consenters.append("        - {ID: %d, Host: %s, Port: %d, MSPID: %s, Identity: %s, "
                    .formatted(
                            id++,
                            organization.host(),
                            organization.ordererPort(),
                            organization.mspId(),
                            directory.nodeMsp("orderer").resolve("signcerts/cert.pem")));
            consenters.append("ClientTLSCert: %1$s, ServerTLSCert: %1$s}%n".formatted(tls));
        }
        return switch (county.inventory().consensus()) {
            case BFT -> """
                      SmartBFT:
                        RequestBatchMaxCount: 100
                        RequestBatchMaxBytes: 10485760
                        RequestBatchMaxInterval: 50ms
                        IncomingMessageBufferSize: 200
                        RequestPoolSize: 100000
                        RequestForwardTimeout: 2s
                        RequestComplainTimeout: 20s
                        RequestAutoRemoveTimeout: 3m0s
                        ViewChangeResendInterval: 5s
                        ViewChangeTimeout: 20s
                        LeaderHeartbeatTimeout: 1m0s
                        LeaderHeartbeatCount: 10
                        CollectTimeout: 1s
                      ConsenterMapping:
                """ + consenters;
            case RAFT ->
                """
                      EtcdRaft:
                        Options:
                          TickInterval: 500ms
                          ElectionTick: 10
                          HeartbeatTick: 1
                          MaxInflightBlocks: 5
                          SnapshotIntervalSize: 16 MB
                        Consenters:
                """
                        + consenters
                                .toString()
                                .replaceAll("ID: 1, (.*)MSPID: [^,]*, Identity: [^,]*, ", "$1")
                                .replace("        -", "          -");
        };
    }
}
