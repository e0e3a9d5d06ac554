package org.countyledger.chaincode;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicy.NOutOf;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * The key policy of a record's header: a peer of the owner and one of any other organisation of the county
 * (docs/decisions/0007-header-policies-name-the-county.md). Set once, when the record is created. The bytes are the same
 * on every endorser, because the organisations come from the ledger and stand in their order.
 */
final class HeaderPolicy {
    private HeaderPolicy() {}

    static byte[] of(String owner, Set<String> organizations) {
        Set<String> others = new TreeSet<>(organizations);
        others.remove(owner);
        if (others.isEmpty()) {
            throw RefusedException.of(RefusalCode.COUNTY_NOT_FOUNDED);
        }
        List<String> members = new ArrayList<>(List.of(owner));
        members.addAll(others);
        SignaturePolicyEnvelope.Builder envelope = SignaturePolicyEnvelope.newBuilder()
                .setRule(outOf(2, List.of(signedBy(0), outOf(1, othersSign(members)))));
        members.forEach(mspId -> envelope.addIdentities(peerOf(mspId)));
        return envelope.build().toByteArray();
    }

    private static List<SignaturePolicy> othersSign(List<String> members) {
        List<SignaturePolicy> signed = new ArrayList<>();
        for (int i = 1; i < members.size(); i++) {
            signed.add(signedBy(i));
        }
        return signed;
    }

    private static SignaturePolicy signedBy(int member) {
        return SignaturePolicy.newBuilder().setSignedBy(member).build();
    }

    private static SignaturePolicy outOf(int needed, List<SignaturePolicy> rules) {
        return SignaturePolicy.newBuilder()
                .setNOutOf(NOutOf.newBuilder().setN(needed).addAllRules(rules))
                .build();
    }

    private static MSPPrincipal peerOf(String mspId) {
        ByteString role = MSPRole.newBuilder()
                .setMspIdentifier(mspId)
                .setRole(MSPRole.MSPRoleType.PEER)
                .build()
                .toByteString();
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(role)
                .build();
    }
}
