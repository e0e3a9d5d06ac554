package org.countyledger.network.receipt;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.MalformedJson;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.SignatureCheck;
import org.countyledger.ledger.receipt.Check;
import org.countyledger.ledger.receipt.ReceiptVerifier;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.countyledger.ledger.receipt.VerifiedTransaction;
import tools.jackson.databind.JsonNode;

/**
 * Checks a receipt of this county in any of the forms in which it reaches people: binary, JSON, and the gateway's whole
 * answer, of which only what the proof says is believed. Thread safe.
 */
public final class ReceiptReader {
    private static final String ATTESTED = "attested";
    private static final Duration ROUNDED = Duration.ofNanos(1000);

    private final ReceiptVerifier verifier;

    /** @param genesis the trusted configuration */
    public ReceiptReader(ChannelConfig genesis) {
        this(genesis, SignatureCheck.EVERY_TIME);
    }

    /** With signatures checked by {@code signatures}. */
    public ReceiptReader(ChannelConfig genesis, SignatureCheck signatures) {
        this.verifier =
                new ReceiptVerifier(genesis, new Demands(ReceiptProof.ATTESTATIONS, new CountyRule()), signatures);
    }

    public Verdict read(byte[] file) {
        return file.length > 0 && file[0] == '{' ? json(file) : verifier.verify(ByteString.copyFrom(file));
    }

    private Verdict json(byte[] file) {
        try {
            JsonNode whole = CanonicalJson.read(file, JsonNode.class);
            return whole.has(ATTESTED) ? answer(whole) : proof(file);
        } catch (MalformedJson e) {
            return refused("The file is no JSON: " + e.getMessage() + ".");
        }
    }

    /** Every byte counts: the form is written anew and compared. */
    private Verdict proof(byte[] json) {
        ReceiptProof proof;
        Verdict verdict;
        try {
            proof = CanonicalJson.read(json, ReceiptProof.class);
            verdict = verifier.verify(ByteString.copyFrom(proof.binary()));
        } catch (IllegalArgumentException e) {
            return refused("The JSON is no receipt: " + e.getMessage() + ".");
        }
        return verdict instanceof Verified verified
                        && !Arrays.equals(json, CanonicalJson.write(written(verified.transaction(), proof.binary())))
                ? refused("The JSON says something else than the receipt in it, or says it in another form.")
                : verdict;
    }

    private static ReceiptProof written(VerifiedTransaction transaction, byte[] binary) {
        return ReceiptProof.of(
                new ReceiptProof.Subject(
                        transaction.txId(), transaction.channel(), transaction.endorsers(), transaction.attestors()),
                binary);
    }

    /** Beside its proof, the gateway's answer says some things again; they must be the same. */
    private Verdict answer(JsonNode whole) {
        Verdict verdict = proof(CanonicalJson.write(whole.path(ATTESTED)));
        return verdict instanceof Verified verified
                ? contradiction(whole, verified.transaction())
                        .<Verdict>map(ReceiptReader::refused)
                        .orElse(verdict)
                : verdict;
    }

    private static Optional<String> contradiction(JsonNode answer, VerifiedTransaction proved) {
        List<String> endorsedBy = answer.path("endorsedBy")
                .valueStream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
        boolean same = answer.path("txId").asString("").equals(proved.txId())
                && answer.path("valid").asBoolean(false)
                && isSameTime(answer.path("time").asString(""), proved.time())
                && endorsedBy.equals(List.copyOf(proved.endorsers()));
        return same ? Optional.empty() : Optional.of("Beside the receipt the answer says something else.");
    }

    /** A gateway keeps microseconds. */
    private static boolean isSameTime(String said, Instant proved) {
        try {
            return Duration.between(Instant.parse(said), proved).abs().compareTo(ROUNDED) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Refused refused(String sentence) {
        return new Refused(Check.FORM, sentence);
    }
}
