package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.gateway.language.Text;

/**
 * What anybody may see who holds the id of a transaction (domain.md 6, level 1): no names, no kind, no staff, no reasons,
 * no id of anything else.
 *
 * @param txId the transaction that counts: of a lost or repeated attempt, the one that was valid
 * @param time the transaction's own time
 * @param endorsedBy organisations that signed its result
 * @param purpose LEGAL, or DEMO where the whole county is a demonstration
 * @param attested what three organisations signed, where it was asked for and may be shown
 * @param matter absent if the transaction is not valid, or nothing but that it is recorded may be said
 */
record Receipt(
        String txId,
        boolean valid,
        long block,
        Instant time,
        List<String> endorsedBy,
        String purpose,
        Text purposeLabel,
        Optional<Text> recorded,
        Optional<Matter> matter,
        Optional<ReceiptProof> attested) {

    Receipt with(ReceiptProof proof) {
        return new Receipt(
                txId, valid, block, time, endorsedBy, purpose, purposeLabel, recorded, matter, Optional.of(proof));
    }

    /** Whether more than that it is recorded may be said, so that the transaction itself may be handed out. */
    boolean isShown() {
        return valid && matter.isPresent();
    }

    /**
     * The record that the transaction is about, as it stands now.
     *
     * @param terminal nothing more will happen
     * @param department who is responsible now
     */
    @Schema(name = "ReceiptMatter")
    record Matter(
            Text family,
            Text state,
            boolean terminal,
            Optional<Text> department,
            Optional<NextStep> nextStep,
            List<RunningClock> clocks,
            List<HistoryStep> history,
            List<Possibility> possibilities) {}

    /**
     * What the responsible department owes next.
     *
     * @param about the due date is an estimate until a calendar is published
     */
    @Schema(name = "ReceiptNextStep")
    record NextStep(Text step, Optional<Text> department, Instant dueAt, boolean about) {}

    /**
     * A period that runs.
     *
     * @param daysLeft negative once it is over; a demonstration counts each second as a day
     * @param overdueLevel highest level declared, 0 if none
     * @param residentWindow it is the resident's time to act
     */
    @Schema(name = "ReceiptClock")
    record RunningClock(
            Text label,
            Instant dueAt,
            boolean about,
            long daysLeft,
            int overdueLevel,
            boolean residentWindow,
            Optional<String> legalBasis) {}

    /** A step that was taken, and by which department. */
    @Schema(name = "ReceiptStep")
    record HistoryStep(LocalDate date, Text by, Text step) {}

    /** What the resident can do now, and until when. */
    @Schema(name = "ReceiptPossibility")
    record Possibility(Text action, Optional<Instant> until) {}
}
