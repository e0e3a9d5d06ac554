package org.countyledger.client;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.ContentKey;

/**
 * A write to implicit collections. It is never stored, because it holds the private value: whoever wants to be sure asks
 * again, and the contract answers that the value is there.
 *
 * @param subject the identity (identities.json) under which it is signed
 * @param holder MSP id; the proposal is sent to peers of this organisation only, because every peer on its way sees it
 * @param endorsers MSP ids
 * @param value transient; absent where a value is removed
 */
public record PrivateSubmission(
        String subject,
        String function,
        String argument,
        String holder,
        List<String> endorsers,
        Optional<Secret> value) {
    /** Bytes that no message shows. */
    public static final class Secret {
        private final byte[] bytes;

        Secret(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public String toString() {
            return "Secret[" + bytes.length + " bytes]";
        }
    }

    public PrivateSubmission {
        endorsers = List.copyOf(endorsers);
    }

    /** Stages a value with the owner of its record. */
    public static PrivateSubmission stage(String subject, String owner, StagingRequest request, byte[] value) {
        return new PrivateSubmission(
                subject,
                Functions.STAGE,
                CanonicalJson.text(request),
                owner,
                List.of(owner),
                Optional.of(new Secret(value)));
    }

    /** Shows a value of the owner's to another organisation. */
    public static PrivateSubmission disclose(String subject, String owner, DisclosureRequest request, byte[] value) {
        return new PrivateSubmission(
                subject,
                Functions.DISCLOSE,
                CanonicalJson.text(request),
                owner,
                List.of(owner, request.recipient()),
                Optional.of(new Secret(value)));
    }

    /** Removes what the organisation of the subject staged and never used. */
    public static PrivateSubmission sweep(String subject, String holder, ContentKey key) {
        return new PrivateSubmission(subject, Functions.SWEEP, key.text(), holder, List.of(holder), Optional.empty());
    }
}
