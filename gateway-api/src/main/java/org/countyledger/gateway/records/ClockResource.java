package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Clock;
import org.countyledger.gateway.language.Text;

/**
 * A legal clock of a record.
 *
 * @param about whether the due date is an estimate, because a year's calendar is not published yet
 * @param residentWindow a resident's time to act, which elapses and is never overdue
 * @param basis the policy entry that gave the period
 * @param legalBasis the law that the entry quotes
 * @param overdueLevel highest level declared, 0 if none
 */
@Schema(name = "RecordClock")
record ClockResource(
        String name,
        Text label,
        int n,
        Clock.State state,
        Instant startedAt,
        Instant dueAt,
        boolean about,
        boolean residentWindow,
        String basis,
        Optional<String> legalBasis,
        int overdueLevel) {

    /** All clocks of a record. */
    @Schema(name = "RecordClocks")
    record ClockList(List<ClockResource> items, AsOf asOf) {}
}
