package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Whether an identity satisfies a principal (Fabric's {@code SatisfiesPrincipal} from capability V1_4_3 on). */
final class Principals {
    private static final Optional<String> SATISFIED = Optional.empty();

    private Principals() {}

    static Optional<String> refusal(Msp msp, Identity identity, MSPPrincipal principal) {
        try {
            return switch (principal.getPrincipalClassification()) {
                case ROLE -> role(msp, identity, MSPRole.parseFrom(principal.getPrincipal()));
                case ORGANIZATION_UNIT -> unit(msp, identity, OrganizationUnit.parseFrom(principal.getPrincipal()));
                case IDENTITY -> same(msp, identity, principal.getPrincipal());
                case ANONYMITY -> anonymity(MSPIdentityAnonymity.parseFrom(principal.getPrincipal()));
                case COMBINED -> combined(msp, identity, CombinedPrincipal.parseFrom(principal.getPrincipal()));
                case UNRECOGNIZED ->
                    Optional.of("invalid principal type " + principal.getPrincipalClassificationValue());
            };
        } catch (InvalidProtocolBufferException e) {
            return Optional.of("could not unmarshal principal: " + e.getMessage());
        }
    }

    private static Optional<String> combined(Msp msp, Identity identity, CombinedPrincipal principals) {
        if (principals.getPrincipalsCount() == 0) {
            return Optional.of("No principals in CombinedPrincipal");
        }
        return principals.getPrincipalsList().stream()
                .map(principal -> refusal(msp, identity, principal))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> role(Msp msp, Identity identity, MSPRole role) {
        if (!role.getMspIdentifier().equals(msp.id())) {
            return Optional.of("the identity is a member of a different MSP (expected " + role.getMspIdentifier()
                    + ", got " + msp.id() + ")");
        }
        return switch (role.getRole()) {
            case MEMBER -> identity.invalidity();
            case ADMIN -> administrator(msp, identity);
            case CLIENT, PEER -> classified(msp, identity, role.getRole());
            case ORDERER ->
                msp.nodeOus().enforced()
                        ? classified(msp, identity, role.getRole())
                        : Optional.of("invalid MSP role type " + role.getRoleValue());
            case UNRECOGNIZED -> Optional.of("invalid MSP role type " + role.getRoleValue());
        };
    }

    private static Optional<String> administrator(Msp msp, Identity identity) {
        if (msp.namesAdministrator(identity.certificate())) {
            return SATISFIED;
        }
        return msp.nodeOus().enforced()
                ? classified(msp, identity, MSPRoleType.ADMIN)
                : Optional.of("This identity is not an admin");
    }

    private static Optional<String> classified(Msp msp, Identity identity, MSPRoleType role) {
        Optional<String> invalidity = identity.invalidity();
        return invalidity.isPresent()
                ? invalidity
                : msp.nodeOus().refusal(role, identity.check().organizationalUnits());
    }

    private static Optional<String> unit(Msp msp, Identity identity, OrganizationUnit unit) {
        if (!unit.getMspIdentifier().equals(msp.id())) {
            return Optional.of("the identity is a member of a different MSP (expected " + unit.getMspIdentifier()
                    + ", got " + msp.id() + ")");
        }
        Optional<String> invalidity = identity.invalidity();
        if (invalidity.isPresent()) {
            return invalidity;
        }
        MembershipCheck check = identity.check();
        boolean carried = check.organizationalUnits().contains(unit.getOrganizationalUnitIdentifier())
                && check.certifiers().equals(unit.getCertifiersIdentifier());
        return carried ? SATISFIED : Optional.of("The identities do not match");
    }

    /** Compared byte by byte, then the certificate must be valid. */
    private static Optional<String> same(Msp msp, Identity identity, ByteString principal)
            throws InvalidProtocolBufferException {
        SerializedIdentity named = SerializedIdentity.parseFrom(principal);
        if (!named.getMspid().equals(msp.id())) {
            return Optional.of("expected MSP ID " + msp.id() + ", received " + named.getMspid());
        }
        try {
            Identity expected = msp.identity(named, principal);
            return expected.certificate().equals(identity.certificate())
                    ? expected.invalidity()
                    : Optional.of("The identities do not match");
        } catch (IdentityException e) {
            return Optional.of("invalid identity principal, not a certificate: " + e.getMessage());
        }
    }

    private static Optional<String> anonymity(MSPIdentityAnonymity anonymity) {
        return switch (anonymity.getAnonymityType()) {
            case NOMINAL -> SATISFIED;
            case ANONYMOUS ->
                Optional.of("Principal is anonymous, but X.509 MSP does not support anonymous identities");
            case UNRECOGNIZED -> Optional.of("Unknown principal anonymity type: " + anonymity.getAnonymityTypeValue());
        };
    }
}
