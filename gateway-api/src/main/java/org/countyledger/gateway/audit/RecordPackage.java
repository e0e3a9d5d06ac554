package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;

/**
 * A record that can be checked without its county: three organisations sign the transaction that wrote the header, the
 * header names the digest of the last event, and each event that of the one before (docs/receipts.md).
 *
 * @param purpose LEGAL or DEMO
 * @param txId the transaction that wrote the header
 * @param receipt of that transaction
 */
@Schema(name = "RecordPackage")
record RecordPackage(
        String form,
        String purpose,
        Instant exportedAt,
        long asOfBlock,
        Header header,
        List<Event> events,
        String txId,
        ReceiptProof receipt) {
    static final String FORM = "county-ledger-record/1";
}
