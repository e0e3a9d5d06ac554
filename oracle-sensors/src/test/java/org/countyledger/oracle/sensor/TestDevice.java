package org.countyledger.oracle.sensor;

import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;

/** A device that signs what it measures, by the JDK's own Ed25519 or P-256. */
public final class TestDevice {
    private final KeyPair keys;
    private final long algorithm;
    private final String signatureName;

    private TestDevice(KeyPair keys, long algorithm, String signatureName) {
        this.keys = keys;
        this.algorithm = algorithm;
        this.signatureName = signatureName;
    }

    public static TestDevice ed25519() {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new TestDevice(keys, ReadingHeader.EDDSA, "Ed25519");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestDevice p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new TestDevice(generator.generateKeyPair(), ReadingHeader.ES256, "SHA256withECDSAinP1363Format");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String spki() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A message of the sensor of this id. */
    public byte[] message(String sensor, long counter, Measurement measurement) {
        byte[] header = new ReadingHeader(algorithm, sensor, counter, Instant.ofEpochSecond(1_500_000_000)).write();
        return Sign1.make(header, measurement.write(), this::sign).bytes();
    }

    /** PM2.5 of a datastream. */
    public static Measurement pm25(String datastream, Instant at, String value) {
        return new Measurement(datastream, "ug/m3", at, new BigDecimal(value));
    }

    private byte[] sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance(signatureName);
            signer.initSign(keys.getPrivate());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
