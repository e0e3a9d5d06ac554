package org.countyledger.embedded.channel;

import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countyledger.embedded.ordering.BatchSettings;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.smartbft.Options;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.APIResource;

/**
 * The configuration tree of a channel of equals: every organisation stands with one MSP in the Application and in the
 * Orderer group and has one consenter. Readers and Writers are flat signature policies, because an ImplicitMeta policy
 * verifies one signature once per organisation.
 */
final class ChannelGroup {
    private static final String ADMINS = "Admins";
    private static final String READERS = "/Channel/Application/Readers";
    private static final String WRITERS = "/Channel/Application/Writers";

    /** Fabric's defaults ({@code core/aclmgmt/defaultaclprovider.go}), written out. */
    private static final Map<String, String> ACCESS = access();

    private final List<OrganizationSetup> organizations;
    private final List<String> mspIds;
    private final int ordererPort;
    private final BatchSettings batch;

    ChannelGroup(List<OrganizationSetup> organizations, int ordererPort, BatchSettings batch) {
        this.organizations = organizations;
        this.mspIds = organizations.stream().map(OrganizationSetup::mspId).toList();
        this.ordererPort = ordererPort;
        this.batch = batch;
    }

    private static Map<String, String> access() {
        Map<String, String> access = new LinkedHashMap<>();
        access.put("peer/Propose", WRITERS);
        access.put("peer/ChaincodeToChaincode", WRITERS);
        access.put("event/Block", READERS);
        access.put("event/FilteredBlock", READERS);
        for (String function : List.of("GetChainInfo", "GetBlockByNumber", "GetBlockByHash", "GetTransactionByID")) {
            access.put("qscc/" + function, READERS);
        }
        access.put("qscc/GetBlockByTxID", READERS);
        access.put("cscc/GetConfigBlock", READERS);
        access.put("cscc/GetChannelConfig", READERS);
        access.put("_lifecycle/QueryChaincodeDefinition", WRITERS);
        access.put("_lifecycle/QueryChaincodeDefinitions", WRITERS);
        return access;
    }

    ConfigGroup build() {
        return group().putValues(
                        "HashingAlgorithm",
                        value(HashingAlgorithm.newBuilder().setName("SHA256").build()))
                .putValues(
                        "BlockDataHashingStructure",
                        value(BlockDataHashingStructure.newBuilder()
                                .setWidth(-1)
                                .build()))
                .putValues("Capabilities", capability("V3_0"))
                .putPolicies(ADMINS, meta("Admins", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("Readers", members())
                .putPolicies("Writers", members())
                .putGroups("Orderer", orderer())
                .putGroups("Application", application())
                .build();
    }

    private ConfigGroup orderer() {
        ConfigGroup.Builder group = group().putValues("ConsensusType", value(consensus()))
                .putValues("BatchSize", value(batchSize()))
                .putValues(
                        "BatchTimeout",
                        value(BatchTimeout.newBuilder()
                                .setTimeout(batch.timeout().toMillis() + "ms")
                                .build()))
                .putValues("ChannelRestrictions", value(ChannelRestrictions.getDefaultInstance()))
                .putValues("Capabilities", capability("V2_0"))
                .putValues("Orderers", value(consenters()))
                .putPolicies(ADMINS, meta("Admins", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("Readers", members())
                .putPolicies("Writers", members())
                .putPolicies("BlockValidation", signature(blockValidation()));
        for (OrganizationSetup organization : organizations) {
            OrdererAddresses addresses = OrdererAddresses.newBuilder()
                    .addAddresses(organization.host() + ":" + ordererPort)
                    .build();
            group.putGroups(
                    organization.mspId(),
                    organization(organization)
                            .putValues("Endpoints", value(addresses))
                            .build());
        }
        return group.build();
    }

    private static ConsensusType consensus() {
        Options sample = Options.newBuilder()
                .setRequestBatchMaxCount(100)
                .setRequestBatchMaxBytes(10 << 20)
                .setRequestBatchMaxInterval("50ms")
                .setIncomingMessageBufferSize(200)
                .setRequestPoolSize(100_000)
                .setRequestForwardTimeout("2s")
                .setRequestComplainTimeout("20s")
                .setRequestAutoRemoveTimeout("3m0s")
                .setViewChangeResendInterval("5s")
                .setViewChangeTimeout("20s")
                .setLeaderHeartbeatTimeout("1m0s")
                .setLeaderHeartbeatCount(10)
                .setCollectTimeout("1s")
                .build();
        return ConsensusType.newBuilder()
                .setType("BFT")
                .setMetadata(sample.toByteString())
                .build();
    }

    private BatchSize batchSize() {
        return BatchSize.newBuilder()
                .setMaxMessageCount(batch.maxMessages())
                .setAbsoluteMaxBytes((int) batch.absoluteMaxBytes())
                .setPreferredMaxBytes((int) batch.preferredMaxBytes())
                .build();
    }

    private Orderers consenters() {
        Orderers.Builder orderers = Orderers.newBuilder();
        for (int i = 0; i < organizations.size(); i++) {
            OrganizationSetup organization = organizations.get(i);
            Consenter.Builder consenter = Consenter.newBuilder()
                    .setId(i + 1)
                    .setHost(organization.host())
                    .setPort(ordererPort)
                    .setMspId(organization.mspId())
                    .setIdentity(Certificates.pemOf(organization.orderer()));
            organization
                    .ordererTls()
                    .ifPresent(
                            tls -> consenter.setClientTlsCert(tls.certificate()).setServerTlsCert(tls.certificate()));
            orderers.addConsenterMapping(consenter);
        }
        return orderers.build();
    }

    /** A BFT quorum of the consenters by their certificates ({@code common/policies/bft.go}). */
    private SignaturePolicyEnvelope blockValidation() {
        int all = organizations.size();
        int faulty = (all - 1) / 3;
        int quorum = (all + faulty + 2) / 2;
        List<MSPPrincipal> consenters = organizations.stream()
                .map(organization -> SignaturePolicies.identity(organization.orderer()))
                .toList();
        return SignaturePolicies.outOf(quorum, new ArrayList<>(consenters));
    }

    private ConfigGroup application() {
        ConfigGroup.Builder group = group().putValues("Capabilities", capability("V2_5"))
                .putValues("ACLs", value(accessLists()))
                .putPolicies(ADMINS, meta("Admins", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("Readers", members())
                .putPolicies("Writers", members())
                .putPolicies("Endorsement", meta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY))
                .putPolicies("LifecycleEndorsement", meta("Endorsement", ImplicitMetaPolicy.Rule.MAJORITY));
        for (OrganizationSetup organization : organizations) {
            SignaturePolicyEnvelope peers = SignaturePolicies.anyOf(List.of(organization.mspId()), MSPRoleType.PEER);
            group.putGroups(
                    organization.mspId(),
                    organization(organization)
                            .putPolicies("Endorsement", signature(peers))
                            .build());
        }
        return group.build();
    }

    private static ACLs accessLists() {
        ACLs.Builder lists = ACLs.newBuilder();
        ACCESS.forEach((resource, policy) -> lists.putAcls(
                resource, APIResource.newBuilder().setPolicyRef(policy).build()));
        return lists.build();
    }

    private static ConfigGroup.Builder organization(OrganizationSetup organization) {
        List<String> self = List.of(organization.mspId());
        MSPConfig msp = MSPConfig.newBuilder()
                .setConfig(organization.msp().toByteString())
                .build();
        return group().putValues("MSP", value(msp))
                .putPolicies(ADMINS, signature(SignaturePolicies.anyOf(self, MSPRoleType.ADMIN)))
                .putPolicies("Readers", signature(SignaturePolicies.anyOf(self, MSPRoleType.MEMBER)))
                .putPolicies("Writers", signature(SignaturePolicies.anyOf(self, MSPRoleType.MEMBER)));
    }

    private ConfigPolicy members() {
        return signature(SignaturePolicies.anyOf(mspIds, MSPRoleType.MEMBER));
    }

    private static ConfigGroup.Builder group() {
        return ConfigGroup.newBuilder().setModPolicy(ADMINS);
    }

    private static ConfigValue value(Message message) {
        return ConfigValue.newBuilder()
                .setModPolicy(ADMINS)
                .setValue(message.toByteString())
                .build();
    }

    private static ConfigValue capability(String name) {
        return value(Capabilities.newBuilder()
                .putCapabilities(name, Capability.getDefaultInstance())
                .build());
    }

    private static ConfigPolicy signature(SignaturePolicyEnvelope policy) {
        return policy(Policy.PolicyType.SIGNATURE, policy);
    }

    private static ConfigPolicy meta(String subPolicy, ImplicitMetaPolicy.Rule rule) {
        return policy(
                Policy.PolicyType.IMPLICIT_META,
                ImplicitMetaPolicy.newBuilder()
                        .setSubPolicy(subPolicy)
                        .setRule(rule)
                        .build());
    }

    private static ConfigPolicy policy(Policy.PolicyType type, Message value) {
        return ConfigPolicy.newBuilder()
                .setModPolicy(ADMINS)
                .setPolicy(Policy.newBuilder().setType(type.getNumber()).setValue(value.toByteString()))
                .build();
    }
}
