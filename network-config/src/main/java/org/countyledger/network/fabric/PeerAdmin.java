package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.network.CountyException;
import org.countyledger.network.inventory.Organization;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.peer.ChannelQueryResponse;
import org.hyperledger.fabric.protos.peer.EndorserGrpc;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.InstallChaincodeResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodesArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryInstalledChaincodesResult;

/** One peer, told and asked by its organisation's administrator. */
final class PeerAdmin implements AutoCloseable {
    static final String LIFECYCLE = "_lifecycle";

    private static final int LIMIT_SECONDS = 15;
    private static final int CLOSE_SECONDS = 2;
    private static final int MAX_BLOCK_BYTES = 100 << 20;
    private static final int DONE = 200;

    private final Organization organization;
    private final SigningIdentity administrator;
    private final ManagedChannel channel;

    private PeerAdmin(Organization organization, SigningIdentity administrator, ManagedChannel channel) {
        this.organization = organization;
        this.administrator = administrator;
        this.channel = channel;
    }

    static PeerAdmin connect(Organization organization, Administrator administrator) {
        Path root = administrator.directory().tlsRoot();
        try {
            ManagedChannel channel = Grpc.newChannelBuilder(
                            organization.peerAddress(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(root.toFile())
                                    .build())
                    .maxInboundMessageSize(MAX_BLOCK_BYTES)
                    .build();
            return new PeerAdmin(organization, administrator.identity(), channel);
        } catch (IOException e) {
            throw new CountyException(root + " cannot be read: " + e.getMessage(), e);
        }
    }

    String mspId() {
        return organization.mspId();
    }

    SigningIdentity administrator() {
        return administrator;
    }

    ManagedChannel channel() {
        return channel;
    }

    void join(String name, ByteString genesis) throws PeerRefusedException {
        boolean joined = ask(
                        new Proposals.Call("cscc", "", List.of(ByteString.copyFromUtf8("GetChannels"))),
                        ChannelQueryResponse.parser())
                .getChannelsList()
                .stream()
                .anyMatch(known -> known.getChannelId().equals(name));
        if (!joined) {
            ByteString unused = answer(Proposals.Call.of("cscc", "", "JoinChain", genesis));
        }
    }

    /** The id under which the peer knows the package. */
    String install(String id, ByteString contract) throws PeerRefusedException {
        if (hasInstalled(id)) {
            return id;
        }
        InstallChaincodeArgs arguments = InstallChaincodeArgs.newBuilder()
                .setChaincodeInstallPackage(contract)
                .build();
        return ask(
                        Proposals.Call.of(LIFECYCLE, "", "InstallChaincode", arguments.toByteString()),
                        InstallChaincodeResult.parser())
                .getPackageId();
    }

    boolean hasInstalled(String id) throws PeerRefusedException {
        ByteString arguments = QueryInstalledChaincodesArgs.getDefaultInstance().toByteString();
        return ask(
                        Proposals.Call.of(LIFECYCLE, "", "QueryInstalledChaincodes", arguments),
                        QueryInstalledChaincodesResult.parser())
                .getInstalledChaincodesList()
                .stream()
                .anyMatch(installed -> installed.getPackageId().equals(id));
    }

    BlockchainInfo chain(String name) throws PeerRefusedException {
        return ask(
                Proposals.Call.of("qscc", name, "GetChainInfo", ByteString.copyFromUtf8(name)),
                BlockchainInfo.parser());
    }

    /** The channel's configuration as this peer has it. */
    Config config(String name) throws PeerRefusedException {
        return ask(Proposals.Call.of("cscc", name, "GetChannelConfig", ByteString.copyFromUtf8(name)), Config.parser());
    }

    Block block(String name, long number) throws PeerRefusedException {
        List<ByteString> arguments = List.of(
                ByteString.copyFromUtf8("GetBlockByNumber"),
                ByteString.copyFromUtf8(name),
                ByteString.copyFromUtf8(Long.toString(number)));
        return ask(new Proposals.Call("qscc", name, arguments), Block.parser());
    }

    /** Why it does not answer a question; empty where it does. */
    Optional<String> refusal(Proposals.Call call) {
        try {
            ByteString unused = answer(call);
            return Optional.empty();
        } catch (PeerRefusedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The peer's own clock, to the second: it tells it to whoever sends a question that is hours old. */
    Optional<Instant> clock() throws PeerRefusedException {
        Proposals.Call question = new Proposals.Call("cscc", "", List.of(ByteString.copyFromUtf8("GetChannels")));
        try {
            ByteString unused = answer(
                    Proposals.signed(administrator, question, Instant.now().minus(PeerClock.FAR_OFF)));
            return Optional.empty();
        } catch (PeerRefusedException e) {
            return Optional.of(PeerClock.in(String.valueOf(e.getMessage())).orElseThrow(() -> e));
        }
    }

    /** The package that the organisation approved for a sequence; empty where it has approved none. */
    Optional<String> approvedPackage(String channelName, String contract, long sequence) throws PeerRefusedException {
        ByteString arguments = QueryApprovedChaincodeDefinitionArgs.newBuilder()
                .setName(contract)
                .setSequence(sequence)
                .build()
                .toByteString();
        QueryApprovedChaincodeDefinitionResult result = ask(
                Proposals.Call.of(LIFECYCLE, channelName, "QueryApprovedChaincodeDefinition", arguments),
                QueryApprovedChaincodeDefinitionResult.parser());
        return Optional.of(result.getSource().getLocalPackage().getPackageId()).filter(id -> !id.isEmpty());
    }

    <T> T ask(Proposals.Call call, Parser<T> answer) throws PeerRefusedException {
        try {
            return answer.parseFrom(answer(call));
        } catch (InvalidProtocolBufferException e) {
            throw new PeerRefusedException("the answer of " + call.chaincode() + " cannot be read", e);
        }
    }

    private ByteString answer(Proposals.Call call) throws PeerRefusedException {
        return answer(Proposals.signed(administrator, call));
    }

    private ByteString answer(SignedProposal proposal) throws PeerRefusedException {
        try {
            ProposalResponse response = EndorserGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .processProposal(proposal);
            if (response.getResponse().getStatus() != DONE) {
                throw new PeerRefusedException(response.getResponse().getMessage());
            }
            return response.getResponse().getPayload();
        } catch (StatusRuntimeException e) {
            throw new PeerRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        try {
            boolean unused = channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
