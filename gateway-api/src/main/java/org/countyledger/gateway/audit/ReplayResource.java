package org.countyledger.gateway.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;

/**
 * Recorded decisions, made again from what stood on the ledger when they were made.
 *
 * @param kind the record whose decisions are compared; absent: every record
 * @param equal whether each decision writes again what its transaction wrote
 * @param lastBlock up to which the chain was read
 * @param decisions how many were made again
 * @param others valid transactions that carry no decision of a table, by function: nothing of them is compared
 * @param trouble why it could not be done
 */
@Schema(name = "Replay")
record ReplayResource(
        UUID id,
        ValidationResource.State state,
        Instant startedAt,
        Optional<Kind> kind,
        Optional<String> recordId,
        Optional<Boolean> equal,
        Optional<Long> lastBlock,
        Optional<Long> decisions,
        SortedMap<String, Long> others,
        Optional<Difference> difference,
        Optional<String> trouble)
        implements Jobs.Result<ReplayResource> {

    /**
     * The first decision that came out otherwise.
     *
     * @param key of the world state
     * @param pointer JSON pointer to the first value that differs
     * @param recorded what the transaction wrote there; absent: nothing
     * @param decided what is decided now; absent: nothing
     */
    @Schema(name = "ReplayDifference")
    record Difference(
            String txId,
            long block,
            String function,
            String key,
            String pointer,
            Optional<String> recorded,
            Optional<String> decided) {}

    static ReplayResource running(UUID id, Instant startedAt, Optional<RecordRef> record) {
        return new ReplayResource(
                id,
                ValidationResource.State.RUNNING,
                startedAt,
                record.map(RecordRef::kind),
                record.map(RecordRef::id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public ReplayResource failed(String sentence) {
        return new ReplayResource(
                id,
                ValidationResource.State.FAILED,
                startedAt,
                kind,
                recordId,
                equal,
                lastBlock,
                decisions,
                others,
                difference,
                Optional.of(sentence));
    }

    ReplayResource done(ReplayTally tally, long last) {
        return new ReplayResource(
                id,
                ValidationResource.State.DONE,
                startedAt,
                kind,
                recordId,
                Optional.of(tally.difference().isEmpty()),
                Optional.of(last),
                Optional.of(tally.decisions()),
                tally.others(),
                tally.difference(),
                Optional.empty());
    }

    boolean concerns(Kind otherKind, String otherId) {
        return kind.isEmpty() || (kind.get() == otherKind && recordId.equals(Optional.of(otherId)));
    }
}
