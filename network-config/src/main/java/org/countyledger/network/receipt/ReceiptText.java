package org.countyledger.network.receipt;

import java.util.ArrayList;
import java.util.List;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.ledger.receipt.Check;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.ledger.receipt.Verdict.Refused;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.countyledger.ledger.receipt.VerifiedTransaction;

/** Says what was checked, line by line. */
public final class ReceiptText {
    private ReceiptText() {}

    /** A table of all checks, then what they come to. */
    public static List<String> lines(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        for (Check check : Check.values()) {
            lines.add("  %s %-15s %s".formatted(mark(verdict, check), name(check), meaning(check)));
        }
        lines.add("");
        switch (verdict) {
            case Verified verified -> lines.addAll(proved(verified.transaction()));
            case Refused refused -> {
                lines.add("Refused: " + refused.sentence());
                lines.add("This receipt proves nothing.");
            }
        }
        return lines;
    }

    private static String mark(Verdict verdict, Check check) {
        return switch (verdict) {
            case Verified verified -> "✓";
            case Refused refused -> {
                int place = check.compareTo(refused.check());
                yield place < 0 ? "✓" : place == 0 ? "✗" : "·";
            }
        };
    }

    private static String name(Check check) {
        return check.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String meaning(Check check) {
        return switch (check) {
            case FORM -> "a receipt in its one form, of a transaction of this channel";
            case CLIENT -> "who sent it is a member of an organisation of the genesis block, and signed it";
            case TRANSACTION_ID -> "its id follows from the sender and a random number";
            case PROPOSAL -> "the endorsed result answers the request that was sent";
            case ENDORSERS -> "each endorser is a peer of an organisation of the genesis block, and signed the result";
            case QUESTION -> "what the organisations were asked is this transaction";
            case ATTESTATIONS ->
                ReceiptProof.ATTESTATIONS + " organisations' peers signed the transaction and its validation code";
            case VALIDITY -> "the code that they signed is VALID";
            case RULE -> "each record's owner and another organisation endorsed what is written (rule 1)";
        };
    }

    private static List<String> proved(VerifiedTransaction transaction) {
        List<String> lines = new ArrayList<>(List.of(
                "Transaction " + transaction.txId() + " of channel " + transaction.channel() + " is VALID.",
                "  time stated by its sender   " + transaction.time(),
                "  sent by a client of         " + transaction.creator(),
                "  endorsed by                 " + String.join(", ", transaction.endorsers()),
                "  validity signed by          " + String.join(", ", transaction.attestors())));
        CountyRule.writes(transaction.chaincode(), transaction.parts().results().orElseThrow())
                .forEach((key, value) -> LedgerKey.parse(key)
                        .filter(HeaderKey.class::isInstance)
                        .ifPresent(header -> lines.add(record(CanonicalJson.read(value, Header.class)))));
        lines.add("It does not say what happened to the record later, and nothing of who runs these organisations:");
        lines.add("on the embedded ledger all keys are in one hand, and a receipt proves nothing to anybody.");
        return lines;
    }

    private static String record(Header header) {
        return "  it left                     %s %s in state %s (event %d), owned by %s"
                .formatted(
                        header.kind().wireName(),
                        header.id(),
                        header.state(),
                        header.seq(),
                        header.founding().ownerOrg());
    }
}
