package org.countyledger.acceptance.sensing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** A sensor with its Ed25519 key, which signs each reading by itself. */
public record Device(KeyPair keys) {
    private static final int EDDSA = -8;
    private static final int COUNTER = -70001;
    private static final int SIGN1 = 18;
    private static final int CLAIMS = 15;
    private static final int ISSUED_AT = 6;

    /** What is measured: for which datastream, when, how much. */
    public record Reading(String datastream, String unit, Instant at, double value) {}

    /** Under which name and count the device sends it. */
    public record Sent(String sensor, long counter) {}

    public static Device fresh() {
        try {
            return new Device(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String spki() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A COSE_Sign1 over one SenML record. */
    public byte[] message(Sent sent, Reading reading) {
        byte[] header = header(sent);
        byte[] payload = payload(reading);
        return assemble(header, payload, sign(header, payload));
    }

    /** The same with one bit of the signature turned. */
    public byte[] forged(Sent sent, Reading reading) {
        byte[] header = header(sent);
        byte[] payload = payload(reading);
        byte[] signature = sign(header, payload);
        signature[0] ^= 1;
        return assemble(header, payload, signature);
    }

    /** The signature of one reading under another: what somebody would do who cannot sign. */
    public byte[] transplanted(Sent sent, Reading signed, Reading shown) {
        byte[] header = header(sent);
        return assemble(header, payload(shown), sign(header, payload(signed)));
    }

    private static byte[] header(Sent sent) {
        return new Cbor()
                .map(4)
                .whole(1)
                .whole(EDDSA)
                .whole(4)
                .bytes(sent.sensor().getBytes(StandardCharsets.UTF_8))
                .whole(CLAIMS)
                .map(1)
                .whole(ISSUED_AT)
                .whole(Instant.now().getEpochSecond())
                .whole(COUNTER)
                .whole(sent.counter())
                .toBytes();
    }

    private static byte[] payload(Reading reading) {
        return new Cbor()
                .array(1)
                .map(4)
                .whole(0)
                .text(reading.datastream())
                .whole(1)
                .text(reading.unit())
                .whole(2)
                .real(reading.value())
                .whole(6)
                .whole(reading.at().getEpochSecond())
                .toBytes();
    }

    private byte[] sign(byte[] header, byte[] payload) {
        byte[] structure = new Cbor()
                .array(4)
                .text("Signature1")
                .bytes(header)
                .bytes(new byte[0])
                .bytes(payload)
                .toBytes();
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(structure);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] assemble(byte[] header, byte[] payload, byte[] signature) {
        return new Cbor()
                .tag(SIGN1)
                .array(4)
                .bytes(header)
                .map(0)
                .bytes(payload)
                .bytes(signature)
                .toBytes();
    }
}
