package org.countyledger.gateway.security;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.http.HttpHeaders;

/** {@code Authorization: RecordKey base64url(JSON)}: a record key's signature over what is to be read. */
public record ResidentProof(CommandSignature signature, Instant notAfter) {
    public static ResidentProof of(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION))
                .filter(text ->
                        text.regionMatches(true, 0, CallResolver.RECORD_KEY, 0, CallResolver.RECORD_KEY.length()))
                .map(text -> text.substring(CallResolver.RECORD_KEY.length()).strip())
                .flatMap(ResidentProof::read)
                .orElseThrow(() -> new ProblemException(ProblemCode.AUTHENTICATION_REQUIRED));
    }

    private static Optional<ResidentProof> read(String text) {
        try {
            return Optional.of(CanonicalJson.read(Base64.getUrlDecoder().decode(text), ResidentProof.class));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
