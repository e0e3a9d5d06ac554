package org.countyledger.network.fabric;

import com.google.protobuf.ByteString;
import java.util.List;
import org.countyledger.ledger.policy.InvalidPolicyException;
import org.countyledger.ledger.policy.PolicyText;
import org.countyledger.network.contract.ContractDefinition;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeSource;
import org.hyperledger.fabric.protos.peer.lifecycle.CheckCommitReadinessArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.CheckCommitReadinessResult;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsResult;

/** Brings the organisations to agree on the contract: each approves it, then one commits it for all. */
final class ContractLifecycle {
    private final String channel;
    private final ContractDefinition definition;
    private final String packageId;
    private final ByteString policy;

    ContractLifecycle(String channel, ContractDefinition definition, String packageId) {
        this.channel = channel;
        this.definition = definition;
        this.packageId = packageId;
        this.policy = policy(definition);
    }

    private static ByteString policy(ContractDefinition definition) {
        try {
            return ApplicationPolicy.newBuilder()
                    .setSignaturePolicy(PolicyText.parse(definition.policy()))
                    .build()
                    .toByteString();
        } catch (InvalidPolicyException e) {
            throw new IllegalArgumentException("\"" + definition.policy() + "\" is no policy", e);
        }
    }

    void agree(List<PeerAdmin> peers, Patience patience) {
        Patience.withEach(
                peers,
                peer -> patience.until(
                        peer.mspId() + " approves the contract", () -> isDefined(peer) || approved(peer)));
        PeerAdmin first = peers.getFirst();
        patience.until("The contract is committed", () -> isDefined(first) || committed(first));
        Patience.withEach(peers, peer -> patience.until(peer.mspId() + " knows the contract", () -> isDefined(peer)));
    }

    /** Whether this peer has seen the definition committed, this one or a later. */
    boolean isDefined(PeerAdmin peer) throws PeerRefusedException {
        ByteString arguments =
                QueryChaincodeDefinitionsArgs.getDefaultInstance().toByteString();
        return peer
                .ask(
                        Proposals.Call.of(PeerAdmin.LIFECYCLE, channel, "QueryChaincodeDefinitions", arguments),
                        QueryChaincodeDefinitionsResult.parser())
                .getChaincodeDefinitionsList()
                .stream()
                .anyMatch(known ->
                        known.getName().equals(definition.name()) && known.getSequence() >= definition.sequence());
    }

    private boolean approved(PeerAdmin peer) throws PeerRefusedException {
        if (!hasApproved(peer)) {
            send(peer, "ApproveChaincodeDefinitionForMyOrg", approval(), peer.mspId());
        }
        return true;
    }

    private boolean hasApproved(PeerAdmin peer) throws PeerRefusedException {
        ByteString arguments = CheckCommitReadinessArgs.newBuilder()
                .setName(definition.name())
                .setVersion(definition.version())
                .setSequence(definition.sequence())
                .setValidationParameter(policy)
                .build()
                .toByteString();
        return peer.ask(
                        Proposals.Call.of(PeerAdmin.LIFECYCLE, channel, "CheckCommitReadiness", arguments),
                        CheckCommitReadinessResult.parser())
                .getApprovalsOrDefault(peer.mspId(), false);
    }

    private ByteString approval() {
        ChaincodeSource.Local local =
                ChaincodeSource.Local.newBuilder().setPackageId(packageId).build();
        return ApproveChaincodeDefinitionForMyOrgArgs.newBuilder()
                .setName(definition.name())
                .setVersion(definition.version())
                .setSequence(definition.sequence())
                .setValidationParameter(policy)
                .setSource(ChaincodeSource.newBuilder().setLocalPackage(local))
                .build()
                .toByteString();
    }

    private boolean committed(PeerAdmin peer) throws PeerRefusedException {
        ByteString arguments = CommitChaincodeDefinitionArgs.newBuilder()
                .setName(definition.name())
                .setVersion(definition.version())
                .setSequence(definition.sequence())
                .setValidationParameter(policy)
                .build()
                .toByteString();
        send(peer, "CommitChaincodeDefinition", arguments);
        return true;
    }

    /** Endorsed by the named organisations, or by those that the gateway finds are needed. */
    private void send(PeerAdmin peer, String function, ByteString argument, String... endorsers)
            throws PeerRefusedException {
        try (Submitting transactions = new Submitting(peer, channel)) {
            Proposal.Builder proposal = transactions
                    .contract(PeerAdmin.LIFECYCLE)
                    .newProposal(function)
                    .addArguments(argument.toByteArray());
            if (endorsers.length > 0) {
                proposal.setEndorsingOrganizations(endorsers);
            }
            Submitting.submit(proposal.build());
        }
    }
}
