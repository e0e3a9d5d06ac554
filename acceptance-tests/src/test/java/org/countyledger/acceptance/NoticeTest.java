package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.countyledger.acceptance.testing.TownWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Under the law a notice stands for seven full days, and nobody ends them early. */
@ExtendWith(LegalCounty.class)
class NoticeTest {
    private final County county;
    private final Offices offices;

    NoticeTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    @Test
    void takingItDownEarlyIsRefusedWithTheMomentFromWhichItIsAllowed() {
        Resident resident = Resident.of(county);
        Command apply = resident.application();
        Case application = Case.created(apply, resident.file(apply));
        TownWork work = new TownWork(offices);
        work.verify(application);
        Case notice = work.post(application);
        Instant posted = Instant.parse(offices.clerk().get(notice.path()).at("/header/position/at"));
        Reply early =
                Snapshot.unchangedBy(county, () -> offices.clerk().submit(notice.step("takeDown", Map.of(), "photo")));
        early.expectProblem(409, "clock-not-elapsed");
        assertThat(Instant.parse(early.at("/availableAt"))).isEqualTo(posted.plus(Duration.ofDays(7)));
        Snapshot.unchangedBy(
                        county,
                        () -> offices.decider().submit(application.step("grant", Map.of(), "decision", "amount")))
                .expectProblem(409, "illegal-transition");
    }
}
