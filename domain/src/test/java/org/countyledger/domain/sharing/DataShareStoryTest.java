package org.countyledger.domain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.GOVERNANCE;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.time.LocalDate;
import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.time.CountyTime;
import org.junit.jupiter.api.Test;

/** One department asks another for data that travel elsewhere; here stand the clocks and who did what. */
class DataShareStoryTest {
    private static final Actor STEWARD = at(CIVIL_AFFAIRS, "civil-affairs", officer(Role.DATA_STEWARD, 1));
    private static final Actor LEAD = at(CIVIL_AFFAIRS, "civil-affairs", officer(Role.DATA_STEWARD_LEAD, 1));
    private static final Actor PROVIDER = at(GOVERNANCE, "public-security", officer(Role.DATA_STEWARD, 2));
    private static final Actor PROVIDER_LEAD = at(GOVERNANCE, "public-security", officer(Role.DATA_STEWARD_LEAD, 2));
    private static final Actor AUTHORITY = officer(Role.DATA_AUTHORITY, 1);

    private final TestCounty county = TestCounty.legal();
    private final Target request = county.newRecord(Kind.DATA_SHARE_REQUEST);

    private Act by(Actor actor, String words) {
        return county.by(actor, request).does(words);
    }

    private void submitted(String sharingClass) {
        by(STEWARD, "prepare")
                .with("catalogueId", "household-register")
                .with("sharingClass", sharingClass)
                .with("legalBasis", "SAL_41")
                .with("sceneCode", "DIBAO")
                .with("scopeCode", "MEMBERS")
                .with("mode", "QUERY")
                .with("until", "2026-12-31")
                .with("provider", "public-security")
                .staging("request")
                .accepted();
        by(PROVIDER_LEAD, "submit").refusedAs(RefusalCode.WRONG_DEPARTMENT);
        by(LEAD, "submit").accepted();
    }

    private Clock clock(String name) {
        return county.header(request).clock(name).orElseThrow();
    }

    private String state() {
        return county.header(request).state();
    }

    @Test
    void whatIsSharedWithoutConditionIsAnsweredInOneWorkingDayAndNotRefused() {
        submitted("UNCONDITIONAL");
        assertThat(clock("ANSWER").dueAt()).isEqualTo(CountyTime.endOf(LocalDate.parse("2026-03-03")));
        by(PROVIDER_LEAD, "refuse")
                .with("reasonCode", "NO_BASIS")
                .with("remedyId", "remedy-share-1")
                .staging("reasons")
                .refusedAs(RefusalCode.WRONG_CATEGORY);
        by(AUTHORITY, "extendAnswer").with("reasonCode", "LARGE").refusedAs(RefusalCode.WRONG_CATEGORY);
    }

    @Test
    void missingMaterialIsAskedForOnceAndTheAnswerWaits() {
        submitted("CONDITIONAL");
        Act asking =
                by(PROVIDER, "askMaterials").with("itemCodes", List.of("SCOPE")).staging("list");
        asking.accepted();
        assertThat(clock("ANSWER").state()).isEqualTo(Clock.State.PAUSED);
        by(STEWARD, "supply").staging("materials").accepted();
        assertThat(clock("ANSWER").state()).isEqualTo(Clock.State.RUNNING);
        by(PROVIDER, "askMaterials")
                .with("itemCodes", List.of("SCOPE"))
                .staging("list")
                .refusedAs(RefusalCode.ALREADY_DONE);
    }

    private void inUse() {
        submitted("CONDITIONAL");
        by(LEAD, "agree")
                .with("conditionsCode", "LOGGED")
                .staging("conditions")
                .refusedAs(RefusalCode.WRONG_DEPARTMENT);
        by(PROVIDER_LEAD, "agree")
                .with("conditionsCode", "LOGGED")
                .staging("conditions")
                .accepted();
        by(PROVIDER, "provision").with("platformRef", "platform-7").accepted();
    }

    @Test
    void everyDaysUseLeavesAnAccessRecord() {
        inUse();
        by(STEWARD, "recordUse")
                .with("root", "a".repeat(64))
                .with("given", 12L)
                .with("denied", 1L)
                .accepted();
        assertThat(county.ledger().headers())
                .filteredOn(header -> header.kind() == Kind.ACCESS_RECORD)
                .singleElement()
                .satisfies(
                        record -> assertThat(record.fields().integer("denied")).contains(1L));
    }

    @Test
    void misuseIsSuspendedAndEndsWhenItIsNotMended() {
        inUse();
        by(PROVIDER_LEAD, "suspend")
                .with("reasonCode", "MISUSE")
                .staging("evidence")
                .accepted();
        by(AUTHORITY, "resume").staging("memo").refusedAs(RefusalCode.WRONG_DEPARTMENT);
        by(PROVIDER_LEAD, "terminate")
                .with("reasonCode", "MISUSE")
                .staging("memo")
                .refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(clock("RECTIFY").dueAt());
        by(PROVIDER_LEAD, "terminate")
                .with("reasonCode", "MISUSE")
                .staging("memo")
                .accepted();
        by(STEWARD, "dispose")
                .with("method", "DESTROYED")
                .with("dpo", "S00000009")
                .staging("disposal")
                .accepted();
        assertThat(state()).isEqualTo("DISPOSED");
    }

    @Test
    void aRefusalGoesToTheAuthorityWhichCannotEndWhatWasNeverDelivered() {
        submitted("CONDITIONAL");
        by(PROVIDER_LEAD, "refuse")
                .with("reasonCode", "NO_BASIS")
                .with("remedyId", "remedy-share-1")
                .staging("reasons")
                .accepted();
        by(LEAD, "askCoordination").staging("dispute").accepted();
        by(AUTHORITY, "coordinate:END").with("level", "COUNTY").staging("memo").refusedAs(RefusalCode.RESULT_DIFFERS);
        by(AUTHORITY, "coordinate:REFUSE")
                .with("level", "COUNTY")
                .staging("memo")
                .accepted();
        assertThat(state()).isEqualTo("REFUSED_FINAL");
    }

    @Test
    void materialThatNeverComesLetsTheRequestLapse() {
        submitted("CONDITIONAL");
        by(PROVIDER, "askMaterials")
                .with("itemCodes", List.of("SCOPE"))
                .staging("list")
                .accepted();
        Actor timer = Officers.timerOf(GOVERNANCE);
        by(timer, "lapse").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(clock("MATERIALS").dueAt());
        by(timer, "lapse").accepted();
        assertThat(county.header(request).clocks()).noneMatch(Clock::isLive);
    }
}
