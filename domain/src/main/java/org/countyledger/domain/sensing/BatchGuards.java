package org.countyledger.domain.sensing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;

/** What must be true of a batch of windows, and what it does. */
final class BatchGuards {
    static final String CLEARED = "condition~CLEARED";

    private BatchGuards() {}

    /** Something that must be true of a batch. */
    @FunctionalInterface
    interface Check {
        Optional<Refusal> check(Batch batch);
    }

    private interface BatchCondition {
        boolean holds(Batch batch);
    }

    /** All of these in their order, over one reading of the batch. */
    static Guard each(Check... checks) {
        return situation -> {
            Batch batch = Batch.of(situation);
            return Stream.of(checks)
                    .flatMap(check -> check.check(batch).stream())
                    .findFirst();
        };
    }

    private static Check batch(BatchCondition condition, RefusalCode code) {
        return batch ->
                condition.holds(batch) ? Optional.empty() : batch.situation().refuse(code);
    }

    static Check isContiguous() {
        return batch(batch -> batch.first() == batch.datastream().nextWindow(), RefusalCode.WINDOW_NOT_CONTIGUOUS);
    }

    static Check isOfAllowedSize() {
        return batch(
                batch -> batch.windows().size()
                        <= batch.policy().integer("batch.maxWindows").orElse(0L),
                RefusalCode.BATCH_SIZE);
    }

    static Check windowsArePossible() {
        return batch(batch -> batch.windows().stream().allMatch(Window::isPossible), RefusalCode.WINDOW_INVALID);
    }

    static Check notInFuture() {
        return batch(
                batch -> !batch.datastream()
                        .end(batch.last())
                        .isAfter(at(batch)
                                .plusSeconds(
                                        batch.policy().integer("future.seconds").orElse(0L))),
                RefusalCode.WINDOW_IN_FUTURE);
    }

    static Check isFresh() {
        return batch(
                batch -> !batch.datastream().end(batch.first()).isBefore(oldest(batch)), RefusalCode.WINDOW_TOO_OLD);
    }

    /** Files come in long batches, but for what is too young for that or ends a file. */
    static Check isLongOrLast() {
        return batch(
                batch -> batch.windows().size()
                                >= batch.policy().integer("backfill.minWindows").orElse(0L)
                        || batch.situation().clear().isTrue("lastOfFile")
                        || !batch.datastream().end(batch.last()).isBefore(oldest(batch)),
                RefusalCode.BATCH_SIZE);
    }

    private static Instant oldest(Batch batch) {
        return at(batch)
                .minusSeconds(batch.policy().integer("live.maxAge.seconds").orElse(0L));
    }

    private static Instant at(Batch batch) {
        return batch.situation().at();
    }

    static Check rootIsThatOfTheWindows() {
        return batch(
                batch ->
                        batch.situation().text("batchRoot").equals(batch.claim().batchRoot()),
                RefusalCode.BATCH_ROOT_WRONG);
    }

    static Check isSignedByRegisteredSigners() {
        return batch -> {
            Situation situation = batch.situation();
            List<Clear> signatures = situation.clear().objects("signatures");
            Set<String> organizations = signatures.stream()
                    .flatMap(signature -> organization(batch, signature).stream())
                    .collect(Collectors.toSet());
            if (signatures.stream()
                    .anyMatch(signature -> organization(batch, signature).isEmpty())) {
                return situation.refuse(RefusalCode.ORACLE_NOT_REGISTERED);
            }
            byte[] bytes = batch.claim().signedBytes();
            if (!eachKeySignsOnce(signatures)
                    || !signatures.stream().allMatch(signature -> verifies(signature, bytes))) {
                return situation.refuse(RefusalCode.SIGNATURE_INVALID);
            }
            return organizations.size()
                            >= batch.policy().integer("signers.count").orElse(1L)
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.ORACLE_SIGNATURES_MISSING);
        };
    }

    private static Optional<String> organization(Batch batch, Clear signature) {
        return batch.datastream().signers().stream()
                .filter(signer -> signature.text("spki").equals(Optional.of(signer.spki())))
                .map(DatastreamView.Signer::org)
                .findFirst();
    }

    private static boolean eachKeySignsOnce(List<Clear> signatures) {
        return signatures.stream()
                        .map(signature -> signature.text("spki"))
                        .distinct()
                        .count()
                == signatures.size();
    }

    private static boolean verifies(Clear signature, byte[] bytes) {
        return P256.verify(
                signature.text("spki").orElse(""),
                bytes,
                signature.text("signature").orElse(""));
    }

    static Check ruleStateIsRecomputed() {
        return batch(
                batch -> batch.situation()
                        .clear()
                        .as("ruleState", RuleState.Claim.class)
                        .equals(Optional.of(batch.outcome().state().claim())),
                RefusalCode.RULE_STATE_WRONG);
    }

    /** Moves the datastream on and marks what was cleared. */
    static void append(Situation situation, Draft draft) {
        Batch batch = Batch.of(situation);
        ExceedanceRule.Outcome outcome = batch.outcome();
        draft.show("lastWindow", batch.last());
        draft.set("ruleState", Clear.read(outcome.state()));
        lastPresent(batch).ifPresent(window -> draft.set("lastPresent", window));
        draft.note("ingest", batch.ingest().name());
        for (ExceedanceRule.Turn turn : outcome.turns()) {
            if (turn instanceof ExceedanceRule.Turn.Cleared cleared) {
                clear(batch, cleared, draft);
            }
        }
    }

    /** Number of the last window that has readings. */
    private static Optional<Long> lastPresent(Batch batch) {
        return LongStream.iterate(batch.last(), window -> window >= batch.first(), window -> window - 1)
                .filter(window ->
                        batch.windows().get((int) (window - batch.first())).count() > 0)
                .boxed()
                .findFirst();
    }

    private static void clear(Batch batch, ExceedanceRule.Turn.Cleared cleared, Draft draft) {
        String batchId = RecordId.opened(
                batch.situation().header().id(), batch.situation().header().seq() + 1, 0);
        Clear overlay = Clear.of("window", cleared.window())
                .with("clearedAt", batch.datastream().end(cleared.window()).toString())
                .with("batch", batchId)
                .with("at", at(batch).toString());
        draft.entry(new OverlayKey(Kind.EXCEEDANCE, cleared.id(), CLEARED), overlay);
    }

    static List<Opening> openings(Situation situation) {
        return Batch.of(situation).openings();
    }
}
