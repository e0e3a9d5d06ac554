package org.countyledger.oracle.sensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.io.pem.PemReader;
import org.countyledger.domain.record.Digests;
import org.countyledger.oracle.settings.OracleSettings;
import org.springframework.stereotype.Component;

/**
 * Signs what files and JSON feeds bring, under the adapter's own key: it says "so it came to us", not "so it was measured".
 */
@Component
public final class AdapterSigner {
    private static final int MILLI_DIGITS = 3;
    private static final byte[] BATCH_KEYS = "county/batch-idempotency/v1".getBytes(StandardCharsets.UTF_8);
    private static final int SECRET_BYTES = 32;

    private final Ed25519PrivateKeyParameters key;
    private final String spki;

    AdapterSigner(OracleSettings settings) {
        this.key = read(settings.oracle().adapterKey());
        this.spki = spki(key);
    }

    private static String spki(Ed25519PrivateKeyParameters key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ed25519PrivateKeyParameters read(Path file) {
        try (PemReader pem = new PemReader(Files.newBufferedReader(file))) {
            if (PrivateKeyFactory.createKey(pem.readPemObject().getContent())
                    instanceof Ed25519PrivateKeyParameters ed25519) {
                return ed25519;
            }
            throw new IllegalStateException("The adapter's key " + file + " is not Ed25519");
        } catch (IOException e) {
            throw new UncheckedIOException("The adapter's key " + file + " cannot be read", e);
        }
    }

    /** Base64 of the DER SubjectPublicKeyInfo, as the adapter's sensor is registered. */
    public String spki() {
        return spki;
    }

    /**
     * A value to be signed.
     *
     * @param sensor record id of the sensor that stands for the adapter
     * @param milli in thousandths of the unit
     */
    public record Draft(String datastream, String unit, String sensor, Instant at, long milli) {}

    /** Signs one reading; the counter is nobody else's. */
    public SignedReading sign(Draft draft, long counter, Instant issuedAt) {
        byte[] header = new ReadingHeader(ReadingHeader.EDDSA, draft.sensor(), counter, issuedAt).write();
        BigDecimal value = BigDecimal.valueOf(draft.milli(), MILLI_DIGITS);
        byte[] payload = new Measurement(draft.datastream(), draft.unit(), draft.at(), value).write();
        return new SignedReading(
                draft.sensor(),
                draft.at(),
                draft.milli(),
                Sign1.make(header, payload, this::signature).bytes());
    }

    private byte[] signature(byte[] bytes) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    /** A secret that only the holder of this key can make, the same after every restart. */
    public byte[] secret(String about) {
        byte[] root = Digests.hkdf(key.getEncoded(), BATCH_KEYS, SECRET_BYTES);
        return Digests.hmac(root, about.getBytes(StandardCharsets.UTF_8));
    }
}
