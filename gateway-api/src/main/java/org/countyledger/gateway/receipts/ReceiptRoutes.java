package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Receipts, open to whoever holds a transaction id. Unknown, hidden and malformed ids are looked up in the same way and get
 * the same answer at the same time.
 */
@RestController
@Tag(name = "receipts")
final class ReceiptRoutes {
    private static final MediaType BINARY = MediaType.parseMediaType(ReceiptProof.MEDIA_TYPE);

    private final ReceiptFinder finder;
    private final AttestedReceipts attested;

    ReceiptRoutes(ReceiptFinder finder, AttestedReceipts attested) {
        this.finder = finder;
        this.attested = attested;
    }

    @Operation(
            operationId = "getReceipt",
            summary = "The receipt of a transaction",
            description = "The id of a lost attempt, or of a repeated command, leads to the transaction that counts."
                    + " With attest=true, or where only the binary form is accepted, three organisations sign that the"
                    + " transaction is valid; such a receipt can be checked offline (docs/receipts.md).")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = Receipt.class)),
                @Content(mediaType = ReceiptProof.MEDIA_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/v1/receipts/{txId}")
    ResponseEntity<?> get(
            @Parameter(description = "64 hexadecimal digits") @PathVariable String txId,
            @Parameter(description = "Adds what three organisations sign") @RequestParam(defaultValue = "false")
                    boolean attest,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        Receipt receipt = TransactionIds.follow(txId, finder::find);
        if (headers.getAccept().stream().anyMatch(BINARY::equalsTypeAndSubtype)) {
            return binary(receipt);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        attest && receipt.isShown()
                                ? receipt.with(attested.of(receipt.txId()).proof())
                                : receipt);
    }

    private ResponseEntity<byte[]> binary(Receipt receipt) {
        if (!receipt.isShown()) {
            throw new ProblemException(ProblemCode.NOT_ACCEPTABLE);
        }
        String name = receipt.txId().substring(0, 16) + ".receipt";
        return ResponseEntity.ok()
                .contentType(BINARY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(attested.of(receipt.txId()).binary().toByteArray());
    }
}
