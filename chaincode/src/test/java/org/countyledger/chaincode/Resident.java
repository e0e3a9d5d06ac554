package org.countyledger.chaincode;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.KeyRole;

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

    Command sign(Command command) {
        byte[] signature = signature(command.signedBytes("county", "county"));
        return command.signedWith(List.of(
                new CommandSignature(KeyRole.HOLDER, spki(), Base64.getEncoder().encodeToString(signature))));
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
