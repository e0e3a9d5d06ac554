package org.countyledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/**
 * The four organisational units that say what a certificate is for. Where they are enforced, a certificate carries
 * exactly one of them (Fabric's {@code validateIdentityOUsV142}).
 */
final class NodeOus {
    /** Finds the hash of the chain of an authority that the configuration names. */
    interface Certifiers {
        ByteString identifier(ByteString certificatePem) throws IdentityException;
    }

    private record Unit(String name, ByteString certifiers) {}

    private final Map<MSPRoleType, Unit> units = new EnumMap<>(MSPRoleType.class);
    private final boolean enforced;

    NodeOus(FabricNodeOUs config, Certifiers certifiers) throws IdentityException {
        if (config.hasClientOuIdentifier()) {
            units.put(MSPRoleType.CLIENT, unit(config.getClientOuIdentifier(), certifiers));
        }
        if (config.hasPeerOuIdentifier()) {
            units.put(MSPRoleType.PEER, unit(config.getPeerOuIdentifier(), certifiers));
        }
        if (config.hasAdminOuIdentifier()) {
            units.put(MSPRoleType.ADMIN, unit(config.getAdminOuIdentifier(), certifiers));
        }
        if (config.hasOrdererOuIdentifier()) {
            units.put(MSPRoleType.ORDERER, unit(config.getOrdererOuIdentifier(), certifiers));
        }
        enforced = config.getEnable() && !units.isEmpty();
    }

    private static Unit unit(FabricOUIdentifier config, Certifiers certifiers) throws IdentityException {
        return new Unit(
                config.getOrganizationalUnitIdentifier(),
                config.getCertificate().isEmpty() ? ByteString.EMPTY : certifiers.identifier(config.getCertificate()));
    }

    boolean enforced() {
        return enforced;
    }

    boolean names(MSPRoleType role) {
        return units.containsKey(role);
    }

    /** Why these units do not make a valid member; empty where they do. */
    Optional<String> refusal(List<String> carried, ByteString certifiers) {
        if (!enforced) {
            return Optional.empty();
        }
        Map<String, Unit> byName = new HashMap<>();
        units.values().forEach(unit -> byName.put(unit.name(), unit));
        int roles = 0;
        for (String name : carried) {
            Unit unit = byName.get(name);
            if (unit == null) {
                continue;
            }
            if (!unit.certifiers().isEmpty() && !unit.certifiers().equals(certifiers)) {
                return Optional.of("certifiersIdentifier does not match");
            }
            roles++;
        }
        if (roles == 0) {
            return Optional.of(
                    "the identity does not have an OU that resolves to client, peer, orderer, or admin role. OUs: "
                            + carried);
        }
        return roles == 1
                ? Optional.empty()
                : Optional.of("the identity must have a client, a peer, an orderer, or an admin OU role to be valid,"
                        + " not a combination of them. OUs: " + carried);
    }

    /** Why these units do not give the role; empty where they do. The certifiers were checked before. */
    Optional<String> refusal(MSPRoleType role, List<String> carried) {
        if (!enforced) {
            return Optional.of("NodeOUs not activated. Cannot tell apart identities.");
        }
        Unit unit = units.get(role);
        if (unit == null) {
            return Optional.of("cannot test for classification, node ou for type [" + role + "], not defined");
        }
        return carried.contains(unit.name())
                ? Optional.empty()
                : Optional.of("The identity does not contain OU [" + role + "]");
    }
}
