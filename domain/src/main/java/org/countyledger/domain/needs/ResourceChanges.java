package org.countyledger.domain.needs;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.time.CountyTime;

/** Changes of what a resource offers, and its scorecard. */
final class ResourceChanges {
    private static final Set<String> CHANGEABLE =
            Set.of("serviceCodes", "townsServed", "capacityPerDay", "hours", "priceFen");
    private static final Set<String> PROVIDERS_OWN = Set.of("capacityPerDay", "hours");
    private static final String MONTH = "scorecardMonth";

    private ResourceChanges() {}

    static Guard licenceIsValid() {
        return Guard.that(
                situation -> !LocalDate.parse(situation.text("until")).isBefore(CountyTime.day(situation.at())),
                RefusalCode.FIELD_INVALID);
    }

    static Guard providerChangesOnlyCapacityAndHours() {
        return Guard.that(
                        situation -> situation.clear().only(CHANGEABLE).names().stream()
                                .allMatch(PROVIDERS_OWN::contains),
                        RefusalCode.FIELD_UNKNOWN)
                .onlyIf(situation -> situation.actor().role() == Role.PROVIDER);
    }

    /** What counts today is settled; the new values count from tomorrow. */
    static void fromTomorrow(Situation situation, Draft draft) {
        LocalDate today = CountyTime.day(situation.at());
        Clear settled = new ResourceView(situation.header()).on(today);
        LocalDate tomorrow = today.plusDays(1);
        boolean pending = situation
                .field(ResourceView.CHANGE_FROM)
                .filter(tomorrow.toString()::equals)
                .isPresent();
        Clear before = pending
                ? situation.header().fields().object(ResourceView.CHANGE).orElse(Clear.EMPTY)
                : Clear.EMPTY;
        draft.set(settled.only(CHANGEABLE));
        draft.set(ResourceView.CHANGE, before.with(situation.clear().only(CHANGEABLE)));
        draft.show(ResourceView.CHANGE_FROM, tomorrow.toString());
    }

    private static String month(Situation situation) {
        return YearMonth.from(CountyTime.day(situation.at())).toString();
    }

    static Guard isNewMonth() {
        return Guard.that(
                situation -> !situation.field(MONTH).equals(Optional.of(month(situation))), RefusalCode.ALREADY_DONE);
    }

    static void rememberMonth(Situation situation, Draft draft) {
        draft.show(MONTH, month(situation));
    }
}
