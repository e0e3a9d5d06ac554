package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Evidence;

/**
 * How a command's body is described to clients; it is read by {@link BodyReader}.
 *
 * @param clear arguments that will stand in clear
 * @param commitments private group to commitment
 */
@Schema(name = "Command")
record CommandSchema(
        @Schema(description = "For creations where the kind has several; elsewhere it stands in the path")
        Optional<String> action,

        @Schema(description = "For creations of records with a natural id; else it derives from the idempotency key")
        Optional<String> id,

        @Schema(description = "Sequence that the client has seen; 0 or absent for creations")
        Optional<Long> expectedSeq,

        @Schema(description = "Arguments that will stand in clear: text, integers of 64 bits, booleans, lists, objects")
        Map<String, Object> clear,

        @Schema(description = "Private group to the commitment of its value, 64 hexadecimal digits")
        Map<String, String> commitments,

        List<Evidence> evidence,

        @Schema(description = "Refused later than this; 5 minutes from now for officers")
        Optional<Instant> notAfter,

        @Schema(description = "By keys of the record, over the bytes of a signing request")
        List<CommandSignature> signatures) {}
