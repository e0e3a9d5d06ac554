package org.countyledger.domain.sensing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/**
 * A batch as the command brings it, and what follows from it (D12, D13). Hundreds of windows are read and hashed to make
 * one, so whoever judges a batch makes it once.
 */
record Batch(
        Situation situation, DatastreamView datastream, PolicyVersion policy, List<Window> windows, BatchClaim claim) {

    static Batch of(Situation situation) {
        List<Window> windows = situation.clear().listOf("windows", Window.class);
        Ingest ingest = Ingest.valueOf(situation.command().variant().orElseThrow());
        return new Batch(
                situation,
                new DatastreamView(situation.header()),
                situation.policy("air").orElseThrow(),
                windows,
                BatchClaim.of(situation.header(), ingest, windows));
    }

    Ingest ingest() {
        return claim.ingest();
    }

    long first() {
        return situation.clear().integer("first").orElseThrow();
    }

    long last() {
        return first() + windows.size() - 1;
    }

    /** Exceedances take the ids of the records that the batch's event opens, after the batch itself. */
    ExceedanceRule.Outcome outcome() {
        int[] opened = {0};
        String parent = situation.header().id();
        long seq = situation.header().seq() + 1;
        return ExceedanceRule.of(policy())
                .over(datastream, first(), windows, () -> RecordId.opened(parent, seq, ++opened[0]));
    }

    /** The batch record first, then one exceedance for each raise. */
    List<Opening> openings() {
        List<Opening> openings = new ArrayList<>();
        openings.add(Opening.of(Kind.WINDOW_BATCH, "D21", batchFields()));
        for (ExceedanceRule.Turn turn : outcome().turns()) {
            if (turn instanceof ExceedanceRule.Turn.Raised raised) {
                openings.add(Opening.of(Kind.EXCEEDANCE, rule(), exceedanceFields(raised)));
            }
        }
        return openings;
    }

    private String rule() {
        return ingest() == Ingest.LIVE ? "D31" : "D32";
    }

    private Clear batchFields() {
        return situation
                .clear()
                .only(Set.of("windows", "signatures"))
                .with(new Clear(Map.of(
                        "datastream", claim.datastream(),
                        "ingest", ingest().name(),
                        "first", claim.first(),
                        "last", claim.last(),
                        "batchRoot", claim.batchRoot(),
                        "ruleVersion", claim.ruleVersion(),
                        "configDigest", claim.configDigest())));
    }

    private Clear exceedanceFields(ExceedanceRule.Turn.Raised raised) {
        return new Clear(Map.of(
                "datastream", situation.header().id(),
                "ingest", ingest().name(),
                "ruleVersion", datastream.ruleVersion(),
                "qualifyingWindows", raised.qualifying(),
                "raisedAt", datastream.end(raised.window()).toString(),
                "peakMilli", raised.peakMilli(),
                "grid", situation.field("grid").orElse("")));
    }
}
