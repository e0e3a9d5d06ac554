package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.countyledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Transactions of one organisation's administrator, through the gateway of its own peer. */
final class Submitting implements AutoCloseable {
    private static final int ENDORSE_SECONDS = 15;
    private static final int SUBMIT_SECONDS = 10;
    private static final int COMMIT_SECONDS = 60;

    private final Gateway gateway;
    private final String channel;

    Submitting(PeerAdmin peer, String channel) {
        SigningIdentity administrator = peer.administrator();
        this.gateway = Gateway.newInstance()
                .identity(new X509Identity(administrator.mspId(), administrator.certificate()))
                .hash(Hash.NONE)
                .signer(message ->
                        administrator.sign(ByteString.copyFrom(message)).toByteArray())
                .connection(peer.channel())
                .endorseOptions(options -> within(options, ENDORSE_SECONDS))
                .submitOptions(options -> within(options, SUBMIT_SECONDS))
                .commitStatusOptions(options -> within(options, COMMIT_SECONDS))
                .connect();
        this.channel = channel;
    }

    private static CallOptions within(CallOptions options, int seconds) {
        return options.withDeadlineAfter(seconds, TimeUnit.SECONDS);
    }

    Contract contract(String chaincode) {
        return gateway.getNetwork(channel).getContract(chaincode);
    }

    /** Waits for the block. What is refused may still commit: whoever asks again looks first. */
    static void submit(Proposal proposal) throws PeerRefusedException {
        try {
            byte[] unused = proposal.endorse().submit();
        } catch (GatewayException e) {
            throw refused(e);
        } catch (CommitException e) {
            throw new PeerRefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Collects endorsements and sends them nowhere. */
    static void endorse(Proposal proposal) throws PeerRefusedException {
        try {
            var unused = proposal.endorse();
        } catch (EndorseException e) {
            throw refused(e);
        }
    }

    private static PeerRefusedException refused(GatewayException e) {
        String details = e.getDetails().stream().map(ErrorDetail::getMessage).collect(Collectors.joining("; "));
        return new PeerRefusedException(details.isEmpty() ? String.valueOf(e.getMessage()) : details, e);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
