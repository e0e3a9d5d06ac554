package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Channel;
import java.util.concurrent.TimeUnit;
import org.countyledger.embedded.testing.ThrowawayIdentity;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** The official gateway client, connected to one organisation's gateway of a throw-away network. */
record Client(Gateway gateway, String channel) implements AutoCloseable {
    private static final long SECONDS = 20;

    static Client of(ThrowawayNetwork network, String mspId) {
        return of(network, mspId, network.organization(mspId).client("client of " + mspId));
    }

    static Client of(ThrowawayNetwork network, String gatewayOf, ThrowawayIdentity identity) {
        return of(network.gatewayChannel(gatewayOf), identity);
    }

    /** A client of the channel {@code county} on a connection that stays the caller's. */
    static Client of(Channel connection, ThrowawayIdentity identity) {
        return new Client(builder(identity).connection(connection).connect(), "county");
    }

    static Gateway.Builder builder(ThrowawayIdentity identity) {
        return Gateway.newInstance()
                .identity(new X509Identity(identity.mspId(), identity.certificate()))
                .signer(Signers.newPrivateKeySigner(identity.privateKey()))
                .hash(Hash.SHA256)
                .evaluateOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                .endorseOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                .submitOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                .commitStatusOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS));
    }

    Network network() {
        return gateway.getNetwork(channel);
    }

    Contract contract(String chaincode) {
        return network().getContract(chaincode);
    }

    Contract keys() {
        return contract("keys");
    }

    /** The status of any transaction id, sent by this client or not. */
    Commit commit(String transactionId) throws InvalidProtocolBufferException {
        Identity identity = gateway.getIdentity();
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(channel)
                .setTransactionId(transactionId)
                .setIdentity(SerializedIdentity.newBuilder()
                        .setMspid(identity.getMspId())
                        .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                        .build()
                        .toByteString())
                .build();
        return gateway.newCommit(SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
