package org.countyledger.domain.contract;

import java.util.Base64;
import java.util.SortedSet;

/**
 * The JSON form of a receipt that can be checked offline (docs/receipts.md): the binary form as text, and for people what
 * it says. A verifier writes all of it anew from the binary form, so no byte of it can be changed either.
 *
 * @param validationCode Fabric's, 0 for VALID
 * @param receipt base64url of the binary form, without padding
 */
public record ReceiptProof(
        String form,
        String txId,
        String channel,
        int validationCode,
        SortedSet<String> endorsedBy,
        SortedSet<String> attestedBy,
        String receipt) {
    public static final String FORM = "county-ledger-receipt/1";

    /** Media type of the binary form. */
    public static final String MEDIA_TYPE = "application/vnd.county-ledger.receipt";

    /** Organisations whose peers must say that a transaction is valid. */
    public static final int ATTESTATIONS = 3;

    private static final int VALID = 0;

    /** The form of a valid transaction. */
    public static ReceiptProof of(Subject subject, byte[] binary) {
        return new ReceiptProof(
                FORM,
                subject.txId(),
                subject.channel(),
                VALID,
                subject.endorsedBy(),
                subject.attestedBy(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(binary));
    }

    /** What the binary form is about. */
    public record Subject(String txId, String channel, SortedSet<String> endorsedBy, SortedSet<String> attestedBy) {}

    /**
     * The binary form.
     *
     * @throws IllegalArgumentException if the text is no base64
     */
    public byte[] binary() {
        return Base64.getUrlDecoder().decode(receipt);
    }
}
