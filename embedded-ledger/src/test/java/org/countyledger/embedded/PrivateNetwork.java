package org.countyledger.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Four organisations that run {@link PrivateChaincode} under "any two", and a client of each at its own gateway. */
final class PrivateNetwork implements AutoCloseable {
    static final String CIVIL = "CivilAffairsMSP";
    static final String GOVERNANCE = "GovernanceMSP";
    static final String ECOLOGY = "EcologyMSP";
    static final String AUDIT = "AuditMSP";
    static final String COLLECTIONS = """
            [{"name": "pair", "policy": "OR('CivilAffairsMSP.member','AuditMSP.member')", "requiredPeerCount": 1,
              "maxPeerCount": 1, "blockToLive": 0, "memberOnlyRead": true, "memberOnlyWrite": true,
              "endorsementPolicy": {"signaturePolicy": "OR('CivilAffairsMSP.peer','AuditMSP.peer')"}},
             {"name": "short", "policy": "OR('CivilAffairsMSP.member','AuditMSP.member')", "requiredPeerCount": 0,
              "maxPeerCount": 1, "blockToLive": 2, "memberOnlyRead": false, "memberOnlyWrite": false}]
            """;

    final ThrowawayNetwork network;
    private final Map<String, Client> clients;

    PrivateNetwork(ThrowawayNetwork.Builder builder) {
        this.network = builder.chaincode("private", mspId -> new PrivateChaincode())
                .collections("private", COLLECTIONS)
                .start();
        this.clients = Map.of(
                CIVIL, Client.of(network, CIVIL),
                GOVERNANCE, Client.of(network, GOVERNANCE),
                ECOLOGY, Client.of(network, ECOLOGY),
                AUDIT, Client.of(network, AUDIT));
    }

    static String implicit(String mspId) {
        return "_implicit_org_" + mspId;
    }

    static String hash(String value) {
        return Sha256.hex(Sha256.of(value.getBytes(UTF_8)));
    }

    /** A transaction on its way, sent through the gateway of {@code mspId}; the organisations named endorse. */
    final class Call {
        private final String mspId;
        private final String function;
        private final List<String> arguments;
        private Optional<String> secret = Optional.empty();
        private List<String> endorsers = List.of();

        Call(String mspId, String function, List<String> arguments) {
            this.mspId = mspId;
            this.function = function;
            this.arguments = arguments;
        }

        Call secret(String value) {
            secret = Optional.of(value);
            return this;
        }

        Call endorsedBy(String... mspIds) {
            endorsers = List.of(mspIds);
            return this;
        }

        private Proposal proposal() {
            Proposal.Builder builder = Objects.requireNonNull(clients.get(mspId))
                    .contract("private")
                    .newProposal(function)
                    .addArguments(arguments.toArray(String[]::new));
            secret.ifPresent(value -> builder.putTransient("value", value));
            if (!endorsers.isEmpty()) {
                builder.setEndorsingOrganizations(endorsers.toArray(String[]::new));
            }
            return builder.build();
        }

        Transaction endorsed() throws Exception {
            return proposal().endorse();
        }

        SubmittedTransaction submit() throws Exception {
            return endorsed().submitAsync();
        }

        TxValidationCode code() throws Exception {
            return submit().getStatus().getCode();
        }

        String answer() throws Exception {
            return new String(proposal().evaluate(), UTF_8);
        }
    }

    Call call(String mspId, String function, String... arguments) {
        return new Call(mspId, function, List.of(arguments));
    }

    /** Puts a value into an organisation's own collection, endorsed by it alone. */
    TxValidationCode stage(String mspId, String key, String value) throws Exception {
        return call(mspId, "stage", implicit(mspId), key)
                .secret(value)
                .endorsedBy(mspId)
                .code();
    }

    String get(String mspId, String collection, String key) throws Exception {
        return call(mspId, "get", collection, key).answer();
    }

    /** Commits blocks in which nothing private happens. */
    void commitBlocks(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            call(CIVIL, "touch", "", "clock", String.valueOf(i)).code();
        }
    }

    @Override
    public void close() {
        clients.values().forEach(Client::close);
        network.close();
    }
}
