package org.countyledger.domain.record;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One wish to move one record: the argument of the contract's {@code submit}.
 *
 * @param expectedSeq sequence of the header that the sender has seen; 0 creates the record
 * @param clear arguments that will stand in clear, the variant and the evidence list among them
 * @param commitments group name to commitment (hex) of each private value that the row stages
 * @param notAfter the command is refused later than this
 * @param signatures of record keys, one of each key; empty for officers
 */
public record Command(
        Kind kind,
        String id,
        String action,
        long expectedSeq,
        Clear clear,
        @JsonSetter(nulls = Nulls.AS_EMPTY) SortedMap<String, String> commitments,
        Idempotency idempotency,
        Instant notAfter,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<CommandSignature> signatures) {
    private static final byte[] DOMAIN = "county/command/v1".getBytes(StandardCharsets.UTF_8);
    private static final int MAX_SIGNATURES = 8;

    public Command {
        if (!RecordId.isWellFormed(id)) {
            throw new IllegalArgumentException("id is not well-formed");
        }
        if (!Names.isName(action)) {
            throw new IllegalArgumentException("action is not well-formed");
        }
        if (expectedSeq < 0) {
            throw new IllegalArgumentException("expectedSeq is negative");
        }
        commitments.forEach((group, commitment) -> {
            if (!Names.isName(group)) {
                throw new IllegalArgumentException("group name is not well-formed");
            }
            Hex.digest("commitment", commitment);
        });
        commitments = Sealed.map(commitments);
        signatures = List.copyOf(signatures);
        if (signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("too many signatures");
        }
        if (signatures.size() > 1
                && signatures.stream()
                                .map(each -> each.keyRole() + each.spki())
                                .distinct()
                                .count()
                        < signatures.size()) {
            throw new IllegalArgumentException("a key signs once in a role");
        }
    }

    public Optional<String> variant() {
        return clear.text("variant");
    }

    public List<Evidence> evidence() {
        return clear.listOf("evidence", Evidence.class);
    }

    /** Whether this command is to create its record. */
    public boolean creates() {
        return expectedSeq == 0;
    }

    /** The exact bytes that record keys sign (architecture.md, Trust). */
    public byte[] signedBytes(String channel, String chaincode) {
        Map<String, Object> signed = new TreeMap<>();
        signed.put("channel", channel);
        signed.put("chaincode", chaincode);
        signed.put("kind", kind);
        signed.put("id", id);
        signed.put("action", action);
        signed.put("expectedSeq", expectedSeq);
        signed.put("clear", clear);
        signed.put("commitments", commitments);
        signed.put("idempotencyTag", idempotency.tag());
        signed.put("notAfter", notAfter);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN);
        bytes.writeBytes(CanonicalJson.write(signed));
        return bytes.toByteArray();
    }

    /** The same command with a new term: what the ledger compares of a repeated command does not hold the term. */
    public Command until(Instant newNotAfter) {
        return new Command(kind, id, action, expectedSeq, clear, commitments, idempotency, newNotAfter, signatures);
    }

    public Command signedWith(List<CommandSignature> newSignatures) {
        return new Command(kind, id, action, expectedSeq, clear, commitments, idempotency, notAfter, newSignatures);
    }
}
