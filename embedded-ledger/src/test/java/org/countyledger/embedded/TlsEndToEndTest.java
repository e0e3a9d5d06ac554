package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.embedded.testing.ThrowawayOrganization;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything over TCP with TLS, as on a real network: the official client on one side, the official shim's server with
 * mutual TLS on the other, one chaincode of its own for each of four organisations.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsEndToEndTest {
    private static final String PACKAGE_ID = "keys_1.0:0123abcd";

    private final List<ThrowawayOrganization> organizations =
            ThrowawayNetwork.COUNTY.stream().map(ThrowawayOrganization::withTls).toList();
    private final Map<String, ChaincodeService> services = new LinkedHashMap<>();
    private final ThrowawayNetwork network;
    private final List<ManagedChannel> connections = new ArrayList<>();
    private final Client client;

    TlsEndToEndTest(@TempDir Path directory) throws IOException {
        for (ThrowawayOrganization organization : organizations) {
            services.put(
                    organization.mspId(),
                    ChaincodeService.tls(new KeyChaincode(organization.mspId()), PACKAGE_ID, organization, directory));
        }
        network = ThrowawayNetwork.builder()
                .organizations(organizations)
                .tls()
                .chaincodeAt(
                        "keys",
                        ThrowawayNetwork.outOf(3, ThrowawayNetwork.COUNTY),
                        PACKAGE_ID,
                        mspId -> Optional.of(
                                Objects.requireNonNull(services.get(mspId)).endpoint()))
                .start();
        client = client("GovernanceMSP");
    }

    private ManagedChannel connect(String mspId, String trusted) throws IOException {
        ManagedChannel connection = NettyChannelBuilder.forTarget(
                        network.gatewayAddress(mspId),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(
                                        network.organization(trusted).tlsRoot().newInput())
                                .build())
                .build();
        connections.add(connection);
        return connection;
    }

    private Client client(String mspId) throws IOException {
        return Client.of(connect(mspId, mspId), network.organization(mspId).client("client"));
    }

    @AfterAll
    void close() {
        client.close();
        connections.forEach(ManagedChannel::shutdownNow);
        network.close();
        services.values().forEach(ChaincodeService::close);
    }

    @Test
    void aSubmittedValueIsReadThroughEveryOrganisation() throws Exception {
        client.keys().submitTransaction("put", "greeting", "你好");

        for (String mspId : network.mspIds()) {
            try (Client other = client(mspId)) {
                assertThat(new String(other.keys().evaluateTransaction("get", "greeting"), UTF_8))
                        .isEqualTo("你好");
            }
        }
    }

    @Test
    void theGatewayCollectsTheThreeEndorsementsOfThePolicyBeginningWithItsOwn() throws Exception {
        SubmittedTransaction submitted = client.keys()
                .newProposal("put")
                .addArguments("endorsed", "1")
                .build()
                .endorse()
                .submitAsync();

        assertThat(submitted.getStatus().isSuccessful()).isTrue();
        assertThat(Blocks.endorsers(network, submitted.getTransactionId()))
                .hasSize(3)
                .contains("GovernanceMSP");
    }

    @Test
    void aClientOfOneOrganisationMayUseTheGatewayOfAnother() throws Exception {
        try (Client guest = Client.of(
                connect("AuditMSP", "AuditMSP"),
                network.organization("EcologyMSP").client("guest"))) {
            assertThat(new String(guest.keys().submitTransaction("put", "guest", "1"), UTF_8))
                    .isEqualTo("1");
        }
    }

    @Test
    void aClientThatTrustsAnotherAuthorityDoesNotConnect() throws IOException {
        try (Client mistaken = Client.of(
                connect("AuditMSP", "EcologyMSP"),
                network.organization("AuditMSP").client("mistaken"))) {
            GatewayException failure = catchThrowableOfType(
                    GatewayException.class, () -> mistaken.keys().evaluateTransaction("get", "greeting"));

            assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(failure).hasRootCauseInstanceOf(CertPathBuilderException.class);
        }
    }
}
