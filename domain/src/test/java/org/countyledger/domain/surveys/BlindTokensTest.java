package org.countyledger.domain.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tokens that the issuer signs without seeing them. */
class BlindTokensTest {
    private static final KeyPair ISSUER = issuer(3072);
    private static final byte[] MESSAGE = message(1);

    private static KeyPair issuer(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] message(int fill) {
        byte[] message = new byte[64];
        Arrays.fill(message, (byte) fill);
        return message;
    }

    private static byte[] signed(byte[] message) {
        try {
            Signature signer = Signature.getInstance("RSASSA-PSS");
            signer.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
            signer.initSign(ISSUER.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean accepted(byte[] message, byte[] signature) {
        return BlindTokens.isSigned(text(ISSUER.getPublic().getEncoded()), text(message), text(signature));
    }

    @Test
    void aSignatureOfTheIssuerIsAcceptedAndNoOther() {
        byte[] signature = signed(MESSAGE);
        assertThat(accepted(MESSAGE, signature)).isTrue();
        assertThat(accepted(message(2), signature)).isFalse();
        signature[7] ^= 1;
        assertThat(accepted(MESSAGE, signature)).isFalse();
    }

    @Test
    void aSignatureAsLargeAsTheModulusOrOfAnotherLengthIsRefused() {
        BigInteger modulus = ((RSAPublicKey) ISSUER.getPublic()).getModulus();
        byte[] signature = signed(MESSAGE);
        BigInteger larger = new BigInteger(1, signature).add(modulus);
        byte[] bytes = larger.toByteArray();
        assertThat(accepted(MESSAGE, Arrays.copyOfRange(bytes, Math.max(0, bytes.length - 384), bytes.length)))
                .isFalse();
        assertThat(accepted(MESSAGE, Arrays.copyOf(signature, 383))).isFalse();
        assertThat(accepted(Arrays.copyOf(MESSAGE, 32), signed(Arrays.copyOf(MESSAGE, 32))))
                .isFalse();
    }

    @Test
    void whatTheIssuerSawIsNotWhatTheTallySees() {
        RSAPublicKey open = (RSAPublicKey) ISSUER.getPublic();
        RSAPrivateKey secret = (RSAPrivateKey) ISSUER.getPrivate();
        BigInteger n = open.getModulus();
        BigInteger encoded = new BigInteger(1, signed(MESSAGE)).modPow(open.getPublicExponent(), n);
        BigInteger factor = BigInteger.valueOf(1_234_567);
        BigInteger seenByIssuer =
                encoded.multiply(factor.modPow(open.getPublicExponent(), n)).mod(n);
        BigInteger blindSignature = seenByIssuer.modPow(secret.getPrivateExponent(), n);
        BigInteger token = blindSignature.multiply(factor.modInverse(n)).mod(n);
        byte[] bytes = token.toByteArray();
        byte[] padded = new byte[384];
        int length = Math.min(bytes.length, 384);
        System.arraycopy(bytes, bytes.length - length, padded, 384 - length, length);
        assertThat(accepted(MESSAGE, padded)).isTrue();
        assertThat(seenByIssuer).isNotEqualTo(encoded);
        assertThat(blindSignature).isNotEqualTo(token);
    }

    @Test
    void aShortKeyIsNoKey() {
        assertThat(BlindTokens.isKey(text(ISSUER.getPublic().getEncoded()), 3072))
                .isTrue();
        assertThat(BlindTokens.isKey(text(issuer(2048).getPublic().getEncoded()), 3072))
                .isFalse();
        assertThat(BlindTokens.isKey("AAAAAAAAAAAAAAAA", 3072)).isFalse();
        assertThat(BlindTokens.isKey("not base64", 3072)).isFalse();
    }
}
