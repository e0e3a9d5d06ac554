package org.countyledger.domain.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.CIVIL_AFFAIRS;
import static org.countyledger.domain.testing.Officers.CONDUIT;
import static org.countyledger.domain.testing.Officers.TIMER;
import static org.countyledger.domain.testing.Officers.TOWN;
import static org.countyledger.domain.testing.Officers.at;
import static org.countyledger.domain.testing.Officers.officer;

import java.util.List;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.ResidentKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A need that is matched, chosen, served and rated by the resident. */
class ServiceStoryTest {
    private static final Actor OFFICER = officer(Role.NEEDS_OFFICER, 1);
    private static final Actor SECOND_OFFICER = officer(Role.NEEDS_OFFICER, 2);
    private static final Actor PROVIDER = at(CIVIL_AFFAIRS, "provider-U-01", officer(Role.PROVIDER, 1));
    private static final ResidentKey RESIDENT = ResidentKey.of("resident with a need");

    private final TestCounty county = TestCounty.legal();
    private final Target resource = county.newRecord(Kind.RESOURCE);
    private final Target need = county.newRecord(Kind.SERVICE_NEED);

    private Act byResident() {
        return county.by(CONDUIT, need).signedBy(KeyRole.HOLDER, RESIDENT);
    }

    private String state() {
        return county.header(need).state();
    }

    @BeforeEach
    void aProviderOffersHomeCareInTheTown() {
        county.by(Officers.POLICY_OFFICER, new Target(Kind.ORG_UNIT, "U-01"))
                .does("register")
                .with("code", "U-01")
                .with("town", TOWN)
                .with("names", List.of("Care station"))
                .with("publicPhone", "0571-00000000")
                .with("complaintPhone", "0571-00000000")
                .accepted();
        county.by(OFFICER, resource)
                .does("register")
                .with("provider", "U-01")
                .with("serviceCodes", List.of("HOME_CARE"))
                .with("homeTown", TOWN)
                .with("townsServed", List.of(TOWN))
                .with("capacityPerDay", 2)
                .with("hours", "08:00-18:00")
                .with("priceFen", 0)
                .staging("contact")
                .accepted();
        Act opening = county.by(OFFICER, resource)
                .does("open")
                .with("until", "2026-12-31")
                .staging("licence");
        opening.refusedAs(RefusalCode.SEPARATION_OF_DUTY);
        county.by(SECOND_OFFICER, resource)
                .does("open")
                .with("until", "2026-12-31")
                .staging("licence")
                .accepted();
        byResident()
                .does("collect")
                .with("categoryGroup", "ELDER")
                .with("town", TOWN)
                .with("urgent", false)
                .with("custody", "SELF_HELD")
                .with("key", RESIDENT.spki())
                .staging("need", "address")
                .accepted();
        county.by(OFFICER, need)
                .does("classify")
                .with("serviceCode", "HOME_CARE")
                .with("earliestDay", "2026-03-04")
                .with("latestDay", "2026-03-06")
                .with("hours", 2)
                .accepted();
    }

    private Act matching() {
        return county.by(OFFICER, need).does("match").with("candidates", List.of(resource.id()));
    }

    private void scheduled() {
        matching().accepted();
        byResident().does("choose").with("resource", need.id()).refusedAs(RefusalCode.NOT_LISTED);
        byResident().does("choose").with("resource", resource.id()).accepted();
        scheduling(3).refusedAs(RefusalCode.SLOT_TAKEN);
        scheduling(1).accepted();
    }

    private Act scheduling(int slot) {
        return county.by(PROVIDER, need)
                .does("schedule")
                .with("day", "2026-03-05")
                .with("slot", slot)
                .staging("time", "place");
    }

    @Test
    void theContractScoresWhatIsListed() {
        matching().with("candidates", List.of(need.id())).refusedAs(RefusalCode.NOT_ELIGIBLE);
        matching().with("checkpoint", "2026-03-01").refusedAs(RefusalCode.CHECKPOINT_MISSING);
        matching().accepted();
        assertThat(county.header(need).fields().objects("shortlist").getFirst().integer("score"))
                .contains((350 * 1000 + 250 * 500 + 200 * 1000 + 200 * 500) / 1000L);
    }

    @Test
    void oneSlotIsTakenOnceAndFreedByCancelling() {
        scheduled();
        assertThat(county.header(need).clock("SERVE").orElseThrow().basis()).isEqualTo("record");
        Header before = county.header(need);
        byResident().does("cancel").accepted();
        assertThat(before.state()).isEqualTo("SCHEDULED");
        assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test
    void anotherProvidersOfficerDoesNothing() {
        scheduled();
        Actor stranger = at(CIVIL_AFFAIRS, "provider-U-02", officer(Role.PROVIDER, 2));
        county.by(stranger, need).does("checkIn").staging("presence").refusedAs(RefusalCode.NOT_THE_PROVIDER);
    }

    @Test
    void aBadRatingIsAGrievanceOfItsOwn() {
        scheduled();
        county.by(PROVIDER, need).does("checkIn").staging("presence").accepted();
        county.by(PROVIDER, need)
                .does("deliver")
                .with("minutes", 90)
                .staging("report")
                .accepted();
        Header grievance = byResident()
                .does("confirm")
                .with("rating", 1)
                .accepted()
                .changes()
                .getLast()
                .header();
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(grievance.kind()).isEqualTo(Kind.GRIEVANCE);
        assertThat(grievance.fields().text("category")).contains("BAD_REVIEW");
        assertThat(grievance.clock("ROUTE").orElseThrow().state()).isEqualTo(Clock.State.RUNNING);
        county.by(CONDUIT, Target.of(grievance))
                .signedBy(KeyRole.HOLDER, RESIDENT)
                .does("withdraw")
                .accepted();
    }

    @Test
    void nobodyComesAndTheNeedIsMatchedAgain() {
        scheduled();
        byResident().does("noShow").refusedAs(RefusalCode.CLOCK_NOT_ELAPSED);
        county.at(county.header(need).clock("SERVE").orElseThrow().dueAt());
        byResident().does("noShow").accepted();
        assertThat(state()).isEqualTo("CLASSIFIED");
    }

    @Test
    void choosingNoneTwiceGivesUpWhenTheTimeIsOver() {
        for (int i = 0; i < 2; i++) {
            matching().accepted();
            byResident().does("chooseNone").accepted();
        }
        matching().accepted();
        byResident().does("chooseNone").refusedAs(RefusalCode.LIMIT_REACHED);
        county.at(county.header(need).clock("CHOOSE").orElseThrow().dueAt());
        county.by(TIMER, need).does("giveUp").accepted();
        assertThat(state()).isEqualTo("CANCELLED");
    }
}
