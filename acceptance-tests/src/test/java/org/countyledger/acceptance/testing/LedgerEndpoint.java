package org.countyledger.acceptance.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import tools.jackson.databind.JsonNode;

/** One organisation's endpoint of the ledger, asked by Fabric's own client with an identity of the county's directory. */
public final class LedgerEndpoint implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;

    private final ManagedChannel channel;
    private final Gateway gateway;

    private LedgerEndpoint(ManagedChannel channel, Gateway gateway) {
        this.channel = channel;
        this.gateway = gateway;
    }

    /** Connects to the organisation of the identity, e.g. {@code EcologyMSP.ORACLE_NODE}. */
    public static LedgerEndpoint as(County county, String subject) {
        return as(county, subject, subject.substring(0, subject.indexOf('.')));
    }

    /** Connects to an organisation with a machine's identity of perhaps another one. */
    public static LedgerEndpoint as(County county, String subject, String mspId) {
        Path identity = county.directory().resolve("identities").resolve(subject);
        Path root = county.directory().resolve("crypto").resolve(mspId).resolve("tlsca/cert.pem");
        try (Reader certificate = Files.newBufferedReader(identity.resolve("cert.pem"));
                Reader key = Files.newBufferedReader(identity.resolve("key.pem"))) {
            ManagedChannel channel = Grpc.newChannelBuilder(
                            "127.0.0.1:" + county.peerPort(mspId),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(root.toFile())
                                    .build())
                    .build();
            Gateway gateway = Gateway.newInstance()
                    .identity(new X509Identity(
                            subject.substring(0, subject.indexOf('.')), Identities.readX509Certificate(certificate)))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(key)))
                    .connection(channel)
                    .evaluateOptions(options -> options.withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .connect();
            return new LedgerEndpoint(channel, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException | InvalidKeyException e) {
            throw new IllegalStateException(subject, e);
        }
    }

    /** What the contract answers to a query. */
    public JsonNode evaluate(String function, String... arguments) {
        try {
            byte[] answer = gateway.getNetwork(County.CHANNEL)
                    .getContract(County.CHAINCODE)
                    .evaluateTransaction(function, arguments);
            return Json.read(new String(answer, StandardCharsets.UTF_8));
        } catch (GatewayException e) {
            throw new IllegalStateException(function, e);
        }
    }

    /** Submits a command in the contract's own form. */
    public void submit(String command)
            throws EndorseException, SubmitException, CommitStatusException, CommitException {
        byte[] unused =
                gateway.getNetwork(County.CHANNEL).getContract(County.CHAINCODE).submitTransaction("submit", command);
    }

    /** Blocks on the chain. */
    public long height() {
        try {
            byte[] info = gateway.getNetwork(County.CHANNEL)
                    .getContract("qscc")
                    .evaluateTransaction("GetChainInfo", County.CHANNEL);
            return BlockchainInfo.parseFrom(info).getHeight();
        } catch (GatewayException | InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
