package org.countyledger.chaincode;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.contract.ReadingRequest;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** A resident's side: a fresh P-256 key for one record. */
final class Resident {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final int HALF = 32;

    private final KeyPair keys;

    Resident() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String spki() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** An application for dibao. */
    Command application(County county) {
        return application(county, County.key());
    }

    Command application(County county, IdempotencyKey key) {
        Clear clear = new Clear(Map.of(
                "programme", "DIBAO",
                "town", County.TOWN,
                "band", "3",
                "channel", "ONLINE",
                "custody", "SELF_HELD",
                "key", spki()));
        return sign(county.command(
                key,
                Kind.WELFARE_APPLICATION,
                key.recordId(Kind.WELFARE_APPLICATION),
                "submit",
                clear,
                Map.of(
                        "form", county.content(Kind.WELFARE_APPLICATION, "form", "form"),
                        "consent", county.content(Kind.WELFARE_APPLICATION, "consent", "consent"))));
    }

    /** Stages what the command names, under this key. */
    Command staged(County county, Command command) {
        return county.staged("CONDUIT", command, this::sign);
    }

    StagingRequest sign(StagingRequest request) {
        return request.signedWith(signature(KeyRole.HOLDER, request.signedBytes("county", "county")));
    }

    ReadingRequest sign(ReadingRequest request) {
        return request.signedWith(signature(KeyRole.HOLDER, request.signedBytes("county", "county")));
    }

    private CommandSignature signature(KeyRole role, byte[] bytes) {
        return new CommandSignature(role, spki(), Base64.getEncoder().encodeToString(signature(bytes)));
    }

    Command sign(Command command) {
        return command.signedWith(List.of(signature(KeyRole.HOLDER, command.signedBytes("county", "county"))));
    }

    private byte[] signature(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(bytes);
            return lowS(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] lowS(byte[] signature) {
        byte[] low = signature.clone();
        BigInteger s = new BigInteger(1, java.util.Arrays.copyOfRange(signature, HALF, 2 * HALF));
        if (s.compareTo(ORDER.shiftRight(1)) > 0) {
            byte[] other = ORDER.subtract(s).toByteArray();
            java.util.Arrays.fill(low, HALF, 2 * HALF, (byte) 0);
            int start = other.length > HALF ? 1 : 0;
            System.arraycopy(other, start, low, 2 * HALF - (other.length - start), other.length - start);
        }
        return low;
    }
}
