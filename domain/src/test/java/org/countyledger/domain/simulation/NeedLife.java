package org.countyledger.domain.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.time.CountyTime;

/** Somebody who needs help at home: matched, chosen, served on a day, and asked how it was. */
final class NeedLife extends CaseLife {
    private final Services services;
    private final String town;

    NeedLife(Desk desk, Services services, String person, String town) {
        super(desk, Kind.SERVICE_NEED, person);
        this.services = services;
        this.town = town;
    }

    @Override
    void begin() {
        desk.by(Officers.CONDUIT, target)
                .under(founding)
                .signedBy(KeyRole.HOLDER, resident)
                .does("collect")
                .with("categoryGroup", "ELDER")
                .with("town", town)
                .with("urgent", desk.chance().percent(10))
                .with("custody", "SELF_HELD")
                .with("key", resident.spki())
                .staging("need", "address")
                .accepted();
    }

    @Override
    Optional<Instant> go(Header header) {
        return switch (header.state()) {
            case "COLLECTED" -> classify();
            case "CLASSIFIED" -> match(header);
            case "MATCHED" -> choose();
            case "CHOSEN" -> schedule(header);
            case "SCHEDULED" -> serve(header);
            case "IN_SERVICE" -> deliver(header);
            case "DELIVERED" -> rate();
            default -> Optional.empty();
        };
    }

    private LocalDate today() {
        return CountyTime.day(desk.county().now());
    }

    private Optional<Instant> classify() {
        desk.by(Officers.officer(Role.NEEDS_OFFICER, 1), target)
                .does("classify")
                .with("serviceCode", "HOME_CARE")
                .with("earliestDay", today().plusDays(1).toString())
                .with("latestDay", today().plusDays(20).toString())
                .with("hours", 2)
                .accepted();
        return desk.hours(12);
    }

    private boolean isTooLate(Header header) {
        return LocalDate.parse(header.fields().text("latestDay").orElseThrow()).isBefore(today());
    }

    private Optional<Instant> cancel() {
        byResident("cancel").accepted();
        return Optional.empty();
    }

    private Optional<Instant> match(Header header) {
        if (isTooLate(header)) {
            return cancel();
        }
        desk.by(Officers.officer(Role.NEEDS_OFFICER, 2), target)
                .does("match")
                .with("candidates", services.resources())
                .accepted();
        return desk.hours(20);
    }

    private Optional<Instant> choose() {
        if (desk.chance().percent(3)) {
            return cancel();
        }
        desk.intruder().mustBeRefused(byResident("choose").with("resource", target.id()), RefusalCode.NOT_LISTED);
        byResident("choose")
                .with("resource", desk.chance().one(services.resources()))
                .accepted();
        return desk.hours(12);
    }

    private Optional<Instant> schedule(Header header) {
        if (isTooLate(header)) {
            return cancel();
        }
        String resource = header.fields().text("resource").orElseThrow();
        LocalDate latest = LocalDate.parse(header.fields().text("latestDay").orElseThrow());
        for (LocalDate day = today(); !day.isAfter(latest); day = day.plusDays(1)) {
            Optional<Integer> slot = services.nextSlot(resource, day);
            if (slot.isPresent()) {
                desk.by(Services.provider(services.unitOf(resource)), target)
                        .does("schedule")
                        .with("day", day.toString())
                        .with("slot", slot.get())
                        .staging("time", "place")
                        .accepted();
                return Optional.of(CountyTime.endOf(day).minusSeconds(8 * 3600));
            }
        }
        return cancel();
    }

    private Optional<Instant> serve(Header header) {
        String unit = services.unitOf(header.fields().text("resource").orElseThrow());
        String other = services.units().stream()
                .filter(each -> !each.equals(unit))
                .findFirst()
                .orElseThrow();
        desk.intruder()
                .mustBeRefused(
                        desk.by(Services.provider(other), target)
                                .does("checkIn")
                                .staging("presence"),
                        RefusalCode.NOT_THE_PROVIDER);
        desk.by(Services.provider(unit), target)
                .does("checkIn")
                .staging("presence")
                .accepted();
        return Optional.of(desk.county().now().plusSeconds(5400));
    }

    private Optional<Instant> deliver(Header header) {
        desk.by(
                        Services.provider(
                                services.unitOf(header.fields().text("resource").orElseThrow())),
                        target)
                .does("deliver")
                .with("minutes", 90)
                .staging("report")
                .accepted();
        return desk.days(6);
    }

    private Optional<Instant> rate() {
        Optional<Instant> due = after("CONFIRM");
        if (due.filter(end -> !desk.county().now().isBefore(end)).isPresent()) {
            desk.byTimer(target).does("timeoutClose").accepted();
            return Optional.empty();
        }
        if (desk.chance().percent(80)) {
            byResident("confirm").with("rating", 3 + desk.chance().below(3)).accepted();
            return Optional.empty();
        }
        return due;
    }
}
