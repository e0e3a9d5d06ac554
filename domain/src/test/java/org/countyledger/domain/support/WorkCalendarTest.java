package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.POLICY_OFFICER;
import static org.countyledger.domain.testing.Officers.POLICY_RATIFIER;
import static org.countyledger.domain.testing.Officers.at;

import java.time.Instant;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.PolicyText;
import org.countyledger.domain.testing.TestCalendar;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A year's working days, as published; entered by one organisation and confirmed by another. */
class WorkCalendarTest {
    private final TestCounty county = TestCounty.unfounded();

    @BeforeEach
    void found() {
        PolicyText.county(false).putInForce(county);
    }

    private Act publishing() {
        return TestCalendar.published(county, TestCalendar.YEAR_2026);
    }

    @Test
    void aYearIsInForceWhenAnotherOrganizationConfirmsIt() {
        publishing().accepted();
        assertThat(county.header(TestCalendar.target(TestCalendar.YEAR_2026)).state())
                .isEqualTo("PUBLISHED");
        county.by(at("GovernanceMSP", "petitions", POLICY_RATIFIER), TestCalendar.target(TestCalendar.YEAR_2026))
                .does("confirm")
                .refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        county.by(POLICY_RATIFIER, TestCalendar.target(TestCalendar.YEAR_2026))
                .does("confirm")
                .accepted();
    }

    @Test
    void daysThatContradictEachOtherAreNoCalendar() {
        publishing().with("workingWeekends", List.of("2026-03-02")).refusedAs(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
        publishing().with("restDays", List.of("2027-01-01")).refusedAs(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
        publishing().with("restDays", List.of()).refusedAs(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
        publishing().with("restDays", List.of("2026-02-30")).refusedAs(RefusalCode.FIELD_INVALID);
    }

    private static Act amending(TestCounty county, Actor officer, String restDay) {
        return county.by(officer, TestCalendar.target(TestCalendar.YEAR_2026))
                .does("amend")
                .with("addRestDays", List.of(restDay))
                .with("addWorkingWeekends", List.of())
                .with("removeRestDays", List.of())
                .with("removeWorkingWeekends", List.of());
    }

    @Test
    void daysThatAreStillToComeChangeWhenTwoOrganizationsSayTheSame() {
        TestCounty legal = TestCounty.legal();
        WelfareCase before = new WelfareCase(legal).accepted();
        amending(legal, POLICY_OFFICER, "2026-03-02").refusedAs(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
        amending(legal, POLICY_OFFICER, "2026-03-04").accepted();
        assertThat(new WelfareCase(legal).accepted().clock("START_CHECK").dueAt())
                .as("one word alone changes nothing")
                .isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
        amending(legal, POLICY_RATIFIER, "2026-03-05").refusedAs(RefusalCode.PENDING_DIFFERS);
        amending(legal, POLICY_RATIFIER, "2026-03-04").accepted();
        assertThat(new WelfareCase(legal).accepted().clock("START_CHECK").dueAt())
                .isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
        assertThat(before.clock("START_CHECK").dueAt()).isEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
    }

    @Test
    void theIdIsThatOfFamilyAndYear() {
        publishing().with("year", 2027).refusedAs(RefusalCode.NOT_A_WORKING_DAY_CALENDAR);
    }
}
