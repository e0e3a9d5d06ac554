package org.countyledger.domain.contract;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Kind;

/**
 * Argument of {@link Functions#READ}: the last value of a private group.
 *
 * @param accessRecord id of the officer's access record; absent for residents
 * @param notAfter refused later than this
 * @param signature of a record key; absent for officers
 */
public record ReadingRequest(
        Kind kind,
        String id,
        String group,
        Optional<String> accessRecord,
        Instant notAfter,
        Optional<CommandSignature> signature) {
    private static final String DOMAIN = "county/read/v1";

    /** The exact bytes that a record key signs. */
    public byte[] signedBytes(String channel, String chaincode) {
        return SignedBytes.of(
                DOMAIN,
                new TreeMap<>(Map.of(
                        "channel", channel,
                        "chaincode", chaincode,
                        "kind", kind,
                        "id", id,
                        "group", group,
                        "notAfter", notAfter)));
    }

    public ReadingRequest signedWith(CommandSignature newSignature) {
        return new ReadingRequest(kind, id, group, accessRecord, notAfter, Optional.of(newSignature));
    }
}
