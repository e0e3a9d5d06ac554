package org.countyledger.oracle.sensor;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Protected header of a signed reading: {@code alg} (1), {@code kid} (4), CWT claims (15) with {@code iat} (6), and a
 * private label with the counter.
 *
 * @param sensor record id of the sensor whose key signed: the {@code kid}, in UTF-8
 * @param counter of the sensor's messages; rises
 * @param issuedAt when it was signed, whole seconds
 */
public record ReadingHeader(long algorithm, String sensor, long counter, Instant issuedAt) {
    /** EdDSA (RFC 9053), by an Ed25519 key. */
    static final long EDDSA = -8;

    /** ES256 (RFC 9053), by a P-256 key. */
    static final long ES256 = -7;

    private static final CBORObject ALG = CBORObject.FromObject(1);
    private static final CBORObject KID = CBORObject.FromObject(4);
    private static final CBORObject CWT_CLAIMS = CBORObject.FromObject(15);
    private static final CBORObject IAT = CBORObject.FromObject(6);
    private static final CBORObject COUNTER = CBORObject.FromObject(-70001);
    private static final int LABELS = 4;
    private static final long LAST_SECOND = 253_402_300_799L;

    public ReadingHeader {
        if (counter < 0) {
            throw new MalformedMessage("the counter is negative");
        }
    }

    byte[] write() {
        return CborBytes.write(CBORObject.NewOrderedMap()
                .Add(ALG, algorithm)
                .Add(KID, sensor.getBytes(StandardCharsets.UTF_8))
                .Add(CWT_CLAIMS, CBORObject.NewMap().Add(IAT, issuedAt.getEpochSecond()))
                .Add(COUNTER, counter));
    }

    /** @throws MalformedMessage if a label is missing, of another type, or not known */
    static ReadingHeader read(byte[] bytes) {
        CBORObject map = CborBytes.require(CborBytes.read(bytes), CBORType.Map, "protected header");
        if (map.size() > LABELS) {
            throw new MalformedMessage("the protected header has an unknown label");
        }
        CBORObject claims = CborBytes.require(map.get(CWT_CLAIMS), CBORType.Map, "claims (15)");
        long issuedAt = CborBytes.whole(claims.get(IAT), "iat (15/6)");
        if (issuedAt < 0 || issuedAt > LAST_SECOND) {
            throw new MalformedMessage("iat is no time");
        }
        byte[] kid =
                CborBytes.require(map.get(KID), CBORType.ByteString, "kid (4)").GetByteString();
        return new ReadingHeader(
                CborBytes.whole(map.get(ALG), "alg (1)"),
                new String(kid, StandardCharsets.UTF_8),
                CborBytes.whole(map.get(COUNTER), "counter (-70001)"),
                Instant.ofEpochSecond(issuedAt));
    }
}
