package org.countyledger.domain.surveys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.RSABlindSignatureParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.RSABlindSignatureClient;
import org.bouncycastle.crypto.signers.RSABlindSignatureServer;

/** The issuer of a survey's tokens and its log: who came, what was shown, what was signed (RFC 9474 by BouncyCastle). */
final class TokenOffice {
    private static final RSABlindSignatureParameters VARIANT =
            RSABlindSignatureParameters.RSABSSA_SHA384_PSS_RANDOMIZED;
    private static final int BITS = 3072;
    private static final int NULLIFIER = 32;

    /** What the issuer knows. */
    record Entry(String person, BigInteger shown, BigInteger signed) {}

    /** What the respondent takes away, in base64. */
    record Token(String messageText, String signatureText) {
        static Token of(byte[] message, byte[] signature) {
            return new Token(
                    Base64.getEncoder().encodeToString(message),
                    Base64.getEncoder().encodeToString(signature));
        }

        byte[] message() {
            return Base64.getDecoder().decode(messageText);
        }

        byte[] signature() {
            return Base64.getDecoder().decode(signatureText);
        }

        BigInteger number() {
            return new BigInteger(1, signature());
        }
    }

    private final KeyPair pair;
    private final SecureRandom random = new SecureRandom();
    private final List<Entry> log = new ArrayList<>();

    TokenOffice() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    String spki() {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private RSAPrivateCrtKey secret() {
        return (RSAPrivateCrtKey) pair.getPrivate();
    }

    BigInteger modulus() {
        return secret().getModulus();
    }

    BigInteger exponent() {
        return secret().getPublicExponent();
    }

    List<Entry> log() {
        return List.copyOf(log);
    }

    /** A person is looked up in the frame and gets a blind signature; the rest happens on the person's own device. */
    Token issueTo(String person) {
        byte[] nullifier = new byte[NULLIFIER];
        random.nextBytes(nullifier);
        try {
            RSABlindSignatureClient client =
                    new RSABlindSignatureClient(VARIANT, new RSAKeyParameters(false, modulus(), exponent()), random);
            RSABlindSignatureClient.Blinded blinded = client.blind(nullifier);
            byte[] signed = new RSABlindSignatureServer(privateKey()).blindSign(blinded.getBlindedMessage());
            log.add(new Entry(person, new BigInteger(1, blinded.getBlindedMessage()), new BigInteger(1, signed)));
            return Token.of(blinded.getPreparedMessage(), client.finalize(blinded, signed));
        } catch (CryptoException e) {
            throw new IllegalStateException("the key is good", e);
        }
    }

    private RSAPrivateCrtKeyParameters privateKey() {
        RSAPrivateCrtKey key = secret();
        return new RSAPrivateCrtKeyParameters(
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient());
    }

    /** A careless respondent shows the message as it is: nothing is blinded. */
    Token issueUnblinded(String person) {
        Token token = issueTo("nobody");
        log.removeLast();
        BigInteger encoded = token.number().modPow(exponent(), modulus());
        log.add(new Entry(person, encoded, token.number()));
        return token;
    }
}
