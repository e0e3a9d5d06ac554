package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Base64;
import java.util.SortedMap;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Kind;

/**
 * What a resident signs for a command, and the command's parts as they must be sent with the signature.
 *
 * @param bytes base64 of the exact bytes to sign
 * @param sha256 their digest, hex
 */
@Schema(name = "SigningRequest")
record SigningResource(
        Kind kind,
        String id,
        String action,
        long expectedSeq,
        Clear clear,
        SortedMap<String, String> commitments,
        Instant notAfter,
        String idempotencyTag,
        String bytes,
        String sha256) {

    static SigningResource of(Command command, byte[] bytes) {
        return new SigningResource(
                command.kind(),
                command.id(),
                command.action(),
                command.expectedSeq(),
                command.clear(),
                command.commitments(),
                command.notAfter(),
                command.idempotency().tag(),
                Base64.getEncoder().encodeToString(bytes),
                Digests.sha256Hex(bytes));
    }
}
