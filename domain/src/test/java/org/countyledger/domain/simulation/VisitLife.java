package org.countyledger.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Officers;

/** An appointment with a provider under contract: kept, missed by either side, or cancelled. */
final class VisitLife extends CaseLife {
    private final Services services;
    private final String unit;

    VisitLife(Desk desk, Services services, String person) {
        super(desk, Kind.APPOINTMENT, person);
        this.services = services;
        this.unit = desk.chance().one(services.units());
    }

    @Override
    void begin() {
        Instant slot = desk.county().now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.HOURS);
        desk.by(Officers.CONDUIT, target)
                .under(founding)
                .signedBy(KeyRole.HOLDER, resident)
                .does("book")
                .with("contract", services.contract(unit).id())
                .with("serviceGroup", "CLINIC")
                .with("slotHour", slot.toString())
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .staging("detail")
                .accepted();
    }

    private Instant slot(Header header) {
        return Instant.parse(header.fields().text("slotHour").orElseThrow());
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "BOOKED" -> confirm(header);
            case "CONFIRMED" -> keep(header);
            case "CHECKED_IN" -> provider("begin", 600);
            case "IN_CONSULT" -> complete();
            case "COMPLETED" -> rate();
            case "NO_SHOW_CLAIMED" -> settleNoShow();
            default -> Optional.empty();
        };
    }

    private Optional<Instant> confirm(Header header) {
        boolean late = !desk.county().now().isBefore(slot(header));
        if (late || desk.chance().percent(4)) {
            byResident("cancel:RESIDENT").accepted();
            return Optional.empty();
        }
        desk.by(Services.provider(unit), target)
                .does("confirm")
                .staging("place")
                .accepted();
        desk.intruder()
                .mustBeRefused(
                        desk.by(Services.provider(unit), target).does("noShowResident"),
                        RefusalCode.SLOT_TIME,
                        RefusalCode.CLOCK_NOT_ELAPSED);
        return Optional.of(slot(header));
    }

    private Optional<Instant> keep(Header header) {
        Instant over = slot(header).plus(Duration.ofMinutes(31));
        if (desk.county().now().isAfter(over)) {
            return provider("noShowResident", 86_400);
        }
        return desk.chance().percent(5) ? Optional.of(over.plusSeconds(60)) : provider("checkIn", 300);
    }

    private Optional<Instant> provider(String words, int seconds) {
        desk.by(Services.provider(unit), target).does(words).accepted();
        return Optional.of(desk.county().now().plusSeconds(seconds));
    }

    private Optional<Instant> complete() {
        desk.by(Services.provider(unit), target)
                .does("complete")
                .staging("visit")
                .accepted();
        return desk.days(6);
    }

    private Optional<Instant> rate() {
        Optional<Instant> due = after("RATE");
        if (due.filter(end -> !desk.county().now().isBefore(end)).isPresent()) {
            desk.byTimer(target).does("closeUnrated").accepted();
            return Optional.empty();
        }
        if (desk.chance().percent(60)) {
            byResident("rate").with("rating", 3 + desk.chance().below(3)).accepted();
            return Optional.empty();
        }
        return due;
    }

    private Optional<Instant> settleNoShow() {
        Optional<Instant> due = after("CONTEST");
        if (due.filter(end -> !desk.county().now().isBefore(end)).isPresent()) {
            desk.byTimer(target).does("closeNoShow").accepted();
            return Optional.empty();
        }
        return due;
    }
}
