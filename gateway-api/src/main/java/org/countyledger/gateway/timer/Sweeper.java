package org.countyledger.gateway.timer;

import java.util.List;
import org.countyledger.client.ClientIdentity;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.PrivateSubmission;
import org.countyledger.client.Query;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.gateway.ledger.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Purges what was staged and never used, each organisation its own; the contract says what is old enough. */
@Component
final class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String AT_ONCE = "100";

    private final LedgerClient client;
    private final Roster roster;

    Sweeper(LedgerClient client, Roster roster) {
        this.client = client;
        this.roster = roster;
    }

    /** How many values were looked after. */
    int sweep() {
        return roster.timers().stream().mapToInt(this::sweep).sum();
    }

    private int sweep(ClientIdentity timer) {
        try {
            List<ContentKey> due = due(timer);
            due.forEach(key -> client.submit(PrivateSubmission.sweep(timer.subject(), timer.mspId(), key)));
            return due.size();
        } catch (LedgerException e) {
            LOG.warn(
                    "Staged values of {} were not swept; the next round tries again: {}",
                    timer.mspId(),
                    e.getMessage());
            return 0;
        }
    }

    private List<ContentKey> due(ClientIdentity timer) {
        byte[] keys = client.evaluate(
                timer.subject(), Query.of(Functions.STAGED, AT_ONCE).by(timer.mspId()));
        return List.of(CanonicalJson.read(keys, ContentKey[].class));
    }
}
