package org.countyledger.domain.contract;

import java.util.List;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.record.Clear;

/**
 * What a scoring node attests of a score with its certificate's key: of which record and event, by which model, and the
 * commitment to what is private. Signed are the bytes {@code county/score/v1} and the canonical JSON of it.
 *
 * @param stated the attested fields in clear
 * @param commitment of the private group with inputs and score
 */
public record ScoreStatement(Clear stated, String commitment) {
    private static final String DOMAIN = "county/score/v1";
    private static final List<String> FIELDS = List.of(
            "purpose",
            "recordKind",
            "recordId",
            "recordSeq",
            "model",
            "modelDigest",
            "calibratorDigest",
            "schemaDigest");

    /** The statement of a score, whatever else stands among its fields. */
    public static ScoreStatement of(Clear fields, String commitment) {
        return new ScoreStatement(fields.only(FIELDS), commitment);
    }

    public byte[] signedBytes() {
        return SignedBytes.of(DOMAIN, stated.with("commitment", commitment).values());
    }

    /** Whether {@code attestation} (base64) is a signature of this by the key {@code spki} (base64). */
    public boolean isAttestedBy(String spki, String attestation) {
        return P256.verify(spki, signedBytes(), attestation);
    }
}
