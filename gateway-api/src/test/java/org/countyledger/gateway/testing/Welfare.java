package org.countyledger.gateway.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One application on its way through the offices. */
public final class Welfare {
    private final Api api;
    private final Resident resident;
    private final Reply created;
    private long seq = 1;

    private Welfare(Api api, Resident resident, Reply created) {
        this.api = api;
        this.resident = resident;
        this.created = created;
    }

    public static Welfare submitted(Api api) {
        Resident resident = new Resident(api);
        return new Welfare(
                api,
                resident,
                resident.create("welfare-applications", resident.application()).expect(201));
    }

    public String id() {
        return created.at("/recordId");
    }

    public String path() {
        return "/v1/welfare-applications/" + id();
    }

    public String receiptTxId() {
        return created.at("/receiptTxId");
    }

    public Resident resident() {
        return resident;
    }

    public Reply read() {
        return api.read(api.as(Officer.CLERK), path()).expect(200);
    }

    /** The officer says that there is no conflict of interest. */
    public Welfare declareNone(Officer officer) {
        String id = RecordId.conflictDeclaration(id(), officer.staff().orElseThrow());
        Map<String, Object> clear = Map.of("recordKind", "WelfareApplication", "recordId", id(), "answer", "NONE");
        api.write(api.as(officer), "/v1/conflicts", Map.of("id", id, "clear", clear))
                .expect(201);
        return this;
    }

    public Reply act(Officer officer, String action, Map<String, Object> clear, List<String> groups) {
        groups.forEach(group -> Contents.stage(api, officer, path(), Contents.of(Kind.WELFARE_APPLICATION, group)));
        return act(api.as(officer), action, clear, groups);
    }

    private Reply act(WebTestClient who, String action, Map<String, Object> clear, List<String> groups) {
        Map<String, String> commitments = groups.stream()
                .collect(Collectors.toMap(
                        group -> group,
                        group -> Contents.of(Kind.WELFARE_APPLICATION, group).commitment()));
        return api.write(
                who,
                path() + "/actions/" + action,
                Map.of("expectedSeq", seq, "clear", clear, "commitments", commitments));
    }

    private Welfare done(Officer officer, String action, Map<String, Object> clear, List<String> groups) {
        act(officer, action, clear, groups).expect(200);
        seq++;
        return this;
    }

    public Welfare accepted() {
        return declareNone(Officer.CLERK)
                .done(Officer.CLERK, "accept", Map.of("dupCheck", "NONE"), List.of("checkList"));
    }

    /** Verified by two surveyors, with an opinion to grant. */
    public Welfare opinionGiven() {
        Map<String, Object> surveyors = Map.of("surveyors", List.of("CA1001", "CA1002"));
        Map<String, Object> visit = Map.of("applicant", "SIGNED");
        accepted()
                .done(Officer.CLERK, "startVerification", surveyors, List.of("order"))
                .done(Officer.CLERK, "recordHomeVisit", visit, List.of("visitReport"))
                .done(Officer.SECOND_CLERK, "recordHomeVisit", visit, List.of("visitReport"));
        return declareNone(Officer.TOWN_LEAD)
                .done(
                        Officer.TOWN_LEAD,
                        "giveOpinion",
                        Map.of("variant", "GRANT", "ruleVersion", "welfare-1", "reasonCode", "MEETS_STANDARD"),
                        List.of("opinion"));
    }

    /** With a notice that is still to be posted. */
    public Welfare noticeOpened() {
        return opinionGiven().done(Officer.CLERK, "openNotice", Map.of("linterVersion", "1"), List.of("text"));
    }

    /** With a notice that hangs in the village. */
    public Welfare onNotice() {
        noticeOpened();
        Map<String, Object> post = Map.of(
                "expectedSeq",
                1,
                "clear",
                Map.of("placeCode", "BOARD-1"),
                "commitments",
                Map.of("photo", Contents.of(Kind.NOTICE, "photo").commitment()));
        Contents.stage(api, Officer.CLERK, "/v1/notices/" + noticeId(), Contents.of(Kind.NOTICE, "photo"))
                .expect(201);
        api.write(api.as(Officer.CLERK), "/v1/notices/" + noticeId() + "/actions/post", post)
                .expect(200);
        return this;
    }

    public String noticeId() {
        return read().at("/header/fields/noticeId");
    }
}
