package org.countyledger.domain.audit;

import java.util.List;
import java.util.Map;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;

/** Findings that rows of other tables open. */
public final class AuditFindings {
    private AuditFindings() {}

    /**
     * A finding about a record.
     *
     * @param rule what was broken, e.g. OVERDUE_L3
     */
    public static Opening about(Header header, String rule, String txId) {
        Map<String, Object> evidence = Map.of(
                "key", new HeaderKey(header.kind(), header.id()).text(),
                "seq", header.seq(),
                "txId", txId,
                "digest", header.position().lastEventDigest());
        return Opening.of(
                Kind.AUDIT_FINDING,
                "H21",
                new Clear(Map.of(
                        "brokenRule",
                        rule,
                        "severity",
                        "HIGH",
                        "unit",
                        header.handling().dept().orElse(""),
                        "evidenceKeys",
                        List.of(evidence))));
    }
}
