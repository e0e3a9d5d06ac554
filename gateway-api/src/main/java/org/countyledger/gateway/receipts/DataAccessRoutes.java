package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.ResidentProof;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A resident sees who looked: by the key of the record, since a receipt alone may be in anybody's hands. */
@RestController
@Tag(name = "receipts")
final class DataAccessRoutes {
    /** In place of a private group in what is signed; no group has such a name. */
    private static final String PART = "data-access";

    private static final int MOST = 500;

    private final ReceiptFinder finder;
    private final KeyHolders holders;
    private final Records records;
    private final Position position;

    DataAccessRoutes(ReceiptFinder finder, KeyHolders holders, Records records, Position position) {
        this.finder = finder;
        this.holders = holders;
        this.records = records;
        this.position = position;
    }

    @Operation(
            operationId = "listDataAccess",
            summary = "Who looked at the private values of a receipt's matter, denied tries too",
            description = "By Authorization: RecordKey as for private content, signed with the group data-access and a"
                    + " notAfter at most ten minutes ahead. Another's key and an unknown id get the same answer. The"
                    + " newest 500 looks.")
    @GetMapping("/v1/receipts/{txId}/data-access")
    ResponseEntity<DataAccess> list(
            @Parameter(description = "64 hexadecimal digits") @PathVariable String txId, Call call) {
        ResidentProof proof = ResidentProof.of(call.headers());
        RecordRef record = TransactionIds.follow(
                txId, id -> finder.record(id).filter(found -> holders.isProved(found, PART, proof)));
        long block = position.block();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(DataAccess.of(records.looksAt(record, MOST), block));
    }
}
