package org.countyledger.domain.engine;

import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Founding;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Findings;

/** An overlay on a record for each audit finding about it, so that nothing is purged while one is open (Z11). */
final class OpenFindings {
    private OpenFindings() {}

    static Optional<Entry> entry(Header parent, Founding opened, Situation situation) {
        return opened.kind() == Kind.AUDIT_FINDING
                ? Optional.of(new Entry(
                        new OverlayKey(parent.kind(), parent.id(), Findings.OVERLAY + opened.id()),
                        Clear.of("at", situation.at().toString())))
                : Optional.empty();
    }
}
