package org.countyledger.chaincode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Reads the actor from the attributes of the creator's certificate (Fabric's attribute extension). */
final class CallerIdentity {
    private static final int REMEMBERED = 1_000;

    /** A certificate says the same for ever, so it is parsed once. */
    private final Remembered<ByteBuffer, Actor> known = new Remembered<>(REMEMBERED);

    Actor of(ChaincodeStub stub) {
        ByteBuffer creator = ByteBuffer.wrap(stub.getCreator());
        return known.get(creator).orElseGet(() -> {
            Actor actor = read(stub);
            known.put(creator, actor);
            return actor;
        });
    }

    private static Actor read(ChaincodeStub stub) {
        try {
            ClientIdentity identity = new ClientIdentity(stub);
            return new Actor(
                    identity.getMSPID(),
                    role(identity),
                    attribute(identity, "dept"),
                    attribute(identity, "staff"),
                    attribute(identity, "town"),
                    attribute(identity, "grid"),
                    Optional.of(Base64.getEncoder()
                            .encodeToString(
                                    identity.getX509Certificate().getPublicKey().getEncoded())));
        } catch (CertificateException | IOException | IllegalArgumentException e) {
            throw RefusedException.of(RefusalCode.MALFORMED_CERTIFICATE);
        }
    }

    private static Role role(ClientIdentity identity) {
        return attribute(identity, "role")
                .flatMap(name -> Arrays.stream(Role.values())
                        .filter(role -> role.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> RefusedException.of(RefusalCode.MALFORMED_CERTIFICATE));
    }

    private static Optional<String> attribute(ClientIdentity identity, String name) {
        return Optional.ofNullable(identity.getAttributeValue(name)).filter(value -> !value.isEmpty());
    }
}
