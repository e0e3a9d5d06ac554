package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.gateway.testing.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.countyledger.gateway.testing.Welfare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCounty.class)
class TimerTest {
    private final Api api;

    TimerTest(TestCounty county) {
        this.api = county.api();
    }

    @Test
    void theOwnersTimerClosesANoticeOnceItHasHungForItsTime() {
        Welfare application = Welfare.submitted(api).onNotice();
        Reply early = application.act(Officer.CLERK, "closeNotice", Map.of(), List.of());
        assertThat(early.expect(409).at("/code")).isEqualTo("clock-not-elapsed");
        assertThat(early.at("/availableAt")).startsWith("20");
        eventually(application::read, record -> record.at("/state").equals("COUNTY_REVIEW"));
        Reply events =
                api.read(api.as(Officer.CLERK), application.path() + "/events").expect(200);
        int last = events.body().at("/items").size() - 1;
        assertThat(events.at("/items/" + last + "/event/doer/role")).isEqualTo("SYSTEM_TIMER");
        assertThat(events.at("/items/" + last + "/event/doer/org")).isEqualTo("CivilAffairsMSP");
    }

    @Test
    void aClockThatRunsOutIsDeclaredOverdueLevelByLevelAndOpensAFinding() {
        Resident resident = new Resident(api);
        Reply created = resident.create("grievances", resident.complaint()).expect(201);
        String path = "/v1/grievances/" + created.at("/recordId");
        Reply record = eventually(
                () -> api.read(api.as(Officer.REGISTRAR), path).expect(200),
                reply -> reply.body().at("/overlays").has("ROUTE_SERVICE#1~L3"));
        assertThat(record.numberAt("/seq")).isEqualTo(1);
        Reply receipt = api.read(api.anybody(), "/v1/receipts/" + created.at("/receiptTxId"))
                .expect(200);
        assertThat(receipt.at("/matter/clocks/0/label/en")).isEqualTo("dispatch");
        assertThat(receipt.numberAt("/matter/clocks/0/overdueLevel")).isEqualTo(3);
        Reply findings =
                api.read(api.as(Officer.REGISTRAR), "/v1/audit-findings").expect(200);
        assertThat(findings.body().toString()).contains("OVERDUE_L3", created.at("/recordId"));
    }

    @Test
    void aProvisionalDueDateIsFixedOnceTheCalendarIsInForce() {
        Welfare application = Welfare.submitted(api).noticeOpened();
        String clocks = "/v1/notices/" + application.noticeId() + "/clocks";
        Reply before = api.read(api.as(Officer.CLERK), clocks).expect(200);
        assertThat(before.body().at("/items/0/about").asBoolean()).isTrue();
        int year = CountyTime.day(Instant.now()).getYear();
        publishCalendar(year);
        publishCalendar(year + 1);
        Reply after = eventually(
                () -> api.read(api.as(Officer.CLERK), clocks).expect(200),
                reply -> !reply.body().at("/items/0/about").asBoolean());
        assertThat(after.at("/items/0/state")).isEqualTo("RUNNING");
    }

    private void publishCalendar(int year) {
        String id = "CN-" + year;
        Map<String, Object> days = Map.of(
                "family",
                "CN",
                "year",
                year,
                "restDays",
                List.of(year + "-01-01"),
                "workingWeekends",
                List.of(),
                "reference",
                "test");
        api.write(api.as(Officer.POLICY), "/v1/calendars", Map.of("id", id, "clear", days))
                .expect(201);
        api.write(api.as(Officer.RATIFIER), "/v1/calendars/" + id + "/actions/confirm", Map.of("expectedSeq", 1))
                .expect(200);
    }
}
