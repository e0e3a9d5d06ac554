package org.countyledger.domain.contract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Hex;

/**
 * Argument of {@link Functions#STAGE}; the value itself travels beside it, transient.
 *
 * @param commitment SHA-256 of the value, hex
 * @param notAfter refused later than this
 * @param signature of a record key; absent for officers
 */
public record StagingRequest(
        ContentKey key, String commitment, Instant notAfter, Optional<CommandSignature> signature) {
    /** Name of the value in the transient map. */
    public static final String VALUE = "value";

    private static final String DOMAIN = "county/stage/v1";

    public StagingRequest {
        Hex.digest("commitment", commitment);
    }

    /** The exact bytes that a record key signs. */
    public byte[] signedBytes(String channel, String chaincode) {
        return SignedBytes.of(
                DOMAIN,
                Map.of(
                        "channel", channel,
                        "chaincode", chaincode,
                        "key", key,
                        "commitment", commitment,
                        "notAfter", notAfter));
    }

    public StagingRequest signedWith(CommandSignature newSignature) {
        return new StagingRequest(key, commitment, notAfter, Optional.of(newSignature));
    }
}
