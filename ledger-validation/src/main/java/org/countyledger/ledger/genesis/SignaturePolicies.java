package org.countyledger.ledger.genesis;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Signature policies of the shape {@code n of these principals}. */
final class SignaturePolicies {
    private SignaturePolicies() {}

    static MSPPrincipal role(String mspId, MSPRoleType role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(mspId)
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
    }

    static MSPPrincipal identity(Consenter consenter) {
        ByteString serialized = SerializedIdentity.newBuilder()
                .setMspid(consenter.getMspId())
                .setIdBytes(consenter.getIdentity())
                .build()
                .toByteString();
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
                .setPrincipal(serialized)
                .build();
    }

    static SignaturePolicyEnvelope outOf(int needed, List<MSPPrincipal> principals) {
        SignaturePolicy.NOutOf.Builder rules =
                SignaturePolicy.NOutOf.newBuilder().setN(needed);
        for (int i = 0; i < principals.size(); i++) {
            rules.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
        }
        return SignaturePolicyEnvelope.newBuilder()
                .setRule(SignaturePolicy.newBuilder().setNOutOf(rules))
                .addAllIdentities(principals)
                .build();
    }

    /** Any one of the roles, of any of the organisations. */
    static SignaturePolicyEnvelope anyOf(List<String> mspIds, MSPRoleType... roles) {
        return outOf(
                1,
                mspIds.stream()
                        .flatMap(mspId -> List.of(roles).stream().map(role -> role(mspId, role)))
                        .toList());
    }
}
