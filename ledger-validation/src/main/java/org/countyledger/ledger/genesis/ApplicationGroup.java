package org.countyledger.ledger.genesis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.peer.ACLs;
import org.hyperledger.fabric.protos.peer.APIResource;
import org.hyperledger.fabric.protos.peer.AnchorPeers;

/** Who runs peers, and who may ask them what. */
final class ApplicationGroup {
    private static final String READERS = "/Channel/Application/Readers";
    private static final String WRITERS = "/Channel/Application/Writers";
    private static final String ENDORSEMENT = "Endorsement";

    /** Fabric's defaults ({@code core/aclmgmt/defaultaclprovider.go}), written out. */
    private static final Map<String, String> ACCESS = access();

    private ApplicationGroup() {}

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

    static ConfigGroup of(ChannelSetup setup) {
        ConfigGroup.Builder group = ConfigItems.group()
                .putValues("Capabilities", ConfigItems.capability("V2_5"))
                .putValues("ACLs", ConfigItems.value(accessLists()))
                .putPolicies(ConfigItems.ADMINS, ConfigItems.majority(ConfigItems.ADMINS))
                .putPolicies(ConfigItems.READERS, ConfigItems.members(setup.mspIds()))
                .putPolicies(ConfigItems.WRITERS, ConfigItems.members(setup.mspIds()))
                .putPolicies(ENDORSEMENT, ConfigItems.majority(ENDORSEMENT))
                .putPolicies("LifecycleEndorsement", ConfigItems.majority(ENDORSEMENT));
        setup.members().forEach(member -> group.putGroups(member.mspId(), organization(member)));
        return group.build();
    }

    private static ConfigGroup organization(ChannelMember member) {
        ConfigGroup.Builder group = ConfigItems.organization(member)
                .putPolicies(
                        ENDORSEMENT,
                        ConfigItems.signature(SignaturePolicies.anyOf(List.of(member.mspId()), MSPRoleType.PEER)));
        member.anchor()
                .map(peer -> AnchorPeers.newBuilder().addAnchorPeers(peer).build())
                .ifPresent(peers -> group.putValues("AnchorPeers", ConfigItems.value(peers)));
        return group.build();
    }

    private static ACLs accessLists() {
        ACLs.Builder lists = ACLs.newBuilder();
        ACCESS.forEach((resource, policy) -> lists.putAcls(
                resource, APIResource.newBuilder().setPolicyRef(policy).build()));
        return lists.build();
    }
}
