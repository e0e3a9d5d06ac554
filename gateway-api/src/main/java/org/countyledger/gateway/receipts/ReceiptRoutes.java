package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.regex.Pattern;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Receipts, open to whoever holds a transaction id. Unknown and hidden ids get the same answer. */
@RestController
@Tag(name = "receipts")
final class ReceiptRoutes {
    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");

    private final ReceiptFinder finder;

    ReceiptRoutes(ReceiptFinder finder) {
        this.finder = finder;
    }

    @Operation(
            operationId = "getReceipt",
            summary = "The receipt of a transaction",
            description = "The id of a lost attempt, or of a repeated command, leads to the transaction that counts.")
    @GetMapping("/v1/receipts/{txId}")
    Receipt get(@Parameter(description = "64 hexadecimal digits") @PathVariable String txId) {
        if (!TRANSACTION.matcher(txId).matches()) {
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return finder.find(txId).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }
}
