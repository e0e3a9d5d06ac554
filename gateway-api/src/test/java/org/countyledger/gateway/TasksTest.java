package org.countyledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.countyledger.gateway.testing.Api;
import org.countyledger.gateway.testing.Eventually;
import org.countyledger.gateway.testing.Officer;
import org.countyledger.gateway.testing.Reply;
import org.countyledger.gateway.testing.Resident;
import org.countyledger.gateway.testing.Scores;
import org.countyledger.gateway.testing.SharedCounty;
import org.countyledger.gateway.testing.TestCounty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An officer's inbox: due first, with bands for those who may see them and for nobody else. */
@ExtendWith(SharedCounty.class)
class TasksTest {
    private static final String WITH_RISK = "/v1/tasks?include=risk";
    private static final String REASON = "handed over five times";

    private final TestCounty county;
    private final Api api;

    TasksTest(TestCounty county) {
        this.county = county;
        this.api = county.api();
    }

    private String grievance() {
        Resident resident = new Resident(api);
        return resident.create("grievances", resident.complaint()).expect(201).at("/recordId");
    }

    private Reply tasks(Officer officer, String path) {
        return api.read(api.as(officer), path).expect(200);
    }

    private static List<JsonNode> items(Reply page) {
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }

    private static JsonNode item(Reply page, String id) {
        return items(page).stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDepartmentFindsWhatItHasToDoDueFirstPartByPart() {
        String one = grievance();
        String other = grievance();
        List<String> found = new ArrayList<>();
        List<String> dues = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = tasks(Officer.REGISTRAR, "/v1/tasks?limit=1&cursor=" + cursor);
            items(page).forEach(item -> {
                found.add(item.path("id").asString());
                dues.add(item.path("dueAt").asString());
                assertThat(item.path("header").path("handling").path("dept").asString())
                        .isEqualTo("petitions");
                assertThat(item.path("risk")).isEmpty();
            });
            assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
            cursor = page.at("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(found).contains(one, other).hasSize(new HashSet<>(found).size());
        assertThat(dues).isSorted();
        assertThat(tasks(Officer.CLERK, "/v1/tasks").body().toString()).doesNotContain(one);
        api.read(api.anybody(), WITH_RISK).expect(401);
        api.read(api.as(Officer.REGISTRAR), "/v1/tasks?limit=51").expect(422);
        api.read(api.as(Officer.REGISTRAR), "/v1/tasks?cursor=x").expect(422);
    }

    @Test
    void bandsAndReasonsAreForThoseWhoMaySeeThemAndEachLookIsOnTheLedger() {
        Scores scores = Scores.inUse(county);
        String grievance = grievance();
        String before = scores.issue(grievance, 1, "LOW", "nothing yet");
        String score = scores.issue(grievance, 2, "HIGH", REASON);
        Reply page = Eventually.eventually(
                () -> tasks(Officer.SUPERVISOR, WITH_RISK),
                seen -> item(seen, grievance).path("risk").toString().contains(score));
        JsonNode hint = item(page, grievance).path("risk").path(0);
        assertThat(hint.path("shown").path("band").asString()).isEqualTo("HIGH");
        assertThat(hint.path("shown").path("label").path("zh").asString()).isEqualTo("优先走访");
        assertThat(hint.path("shown").path("reasons").path(0).path("en").asString())
                .isEqualTo(REASON);
        assertThat(item(page, grievance).path("risk")).hasSize(1);
        assertThat(page.body().toString()).doesNotContain("654321").doesNotContain(before);
        Reply access = api.read(api.as(Officer.AUDITOR), "/v1/access-records/" + page.at("/accessRecord"))
                .expect(200);
        assertThat(access.at("/header/fields/shown/0")).contains(score);
        assertThat(access.at("/header/fields/staff")).isEqualTo("GO1003");

        assertIsMasked(Officer.REGISTRAR, grievance, score);
        assertThat(county.databaseContains(REASON)).isFalse();
        assertThat(county.chainContains(REASON.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(api.read(api.anybody(), "/v1/tasks").body().toString()).doesNotContain("HIGH");

        scores.suspend();
        Eventually.eventually(
                () -> tasks(Officer.SUPERVISOR, WITH_RISK),
                seen -> item(seen, grievance).path("risk").isEmpty());
    }

    private void assertIsMasked(Officer officer, String grievance, String score) {
        Reply page = tasks(officer, WITH_RISK);
        assertThat(item(page, grievance).path("risk").path(0).path("score").asString())
                .isEqualTo(score);
        assertThat(page.body().toString()).doesNotContain("shown").doesNotContain(REASON);
        assertThat(page.at("/accessRecord")).isEmpty();
    }
}
