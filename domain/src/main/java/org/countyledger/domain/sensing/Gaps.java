package org.countyledger.domain.sensing;

import java.time.Instant;
import java.util.Optional;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;

/** Windows that nobody brought in time (D16); anyone may say so, once for each window. */
final class Gaps {
    private static final long LONGEST_STREAM = 1_000_000_000;

    private Gaps() {}

    private static long window(Situation situation) {
        return situation.clear().integer("window").orElse(0L);
    }

    private static OverlayKey key(Situation situation) {
        return new OverlayKey(situation.header().kind(), situation.header().id(), "gap~" + window(situation));
    }

    static Guard isMissingForLong() {
        return situation -> {
            if (situation.facts().entry(key(situation), Clear.class).isPresent()) {
                return situation.refuse(RefusalCode.ALREADY_DONE);
            }
            DatastreamView datastream = new DatastreamView(situation.header());
            long number = window(situation);
            Optional<Long> gap = situation.policy("air").flatMap(air -> air.integer("gap.seconds"));
            if (gap.isEmpty()) {
                return situation.refuse(RefusalCode.POLICY_MISSING, "air.gap.seconds");
            }
            if (number < datastream.nextWindow() || number > LONGEST_STREAM) {
                return situation.refuse(RefusalCode.NOT_A_GAP);
            }
            Instant late = datastream.end(number).plusSeconds(gap.get());
            return situation.at().isBefore(late)
                    ? situation.refuse(RefusalCode.NOT_A_GAP, "availableAt=" + late)
                    : Optional.empty();
        };
    }

    static void mark(Situation situation, Draft draft) {
        draft.entry(
                key(situation),
                Clear.of("declaredBy", situation.actor().mspId())
                        .with("at", situation.at().toString())
                        .with("txId", situation.request().moment().txId()));
    }
}
