package org.countyledger.acceptance.testing;

import java.util.List;
import java.util.Map;

/** What a town does with an application before the county decides. */
public record TownWork(Offices offices) {
    private static final String RULES = "welfare:1";

    /** Accepted, visited by two surveyors, with an opinion to grant. */
    public void verify(Case application) {
        application.declareNoConflict(offices.clerk());
        application.take(offices.clerk(), "accept", Map.of("dupCheck", "NONE"), "checkList");
        visit(application);
        application.declareNoConflict(offices.lead());
        application.take(
                offices.lead(),
                "giveOpinion",
                Map.of("variant", "GRANT", "ruleVersion", RULES, "reasonCode", "LIVES_BELOW_LINE"),
                "opinion");
    }

    private void visit(Case application) {
        List<String> surveyors =
                List.of(offices.surveyor().staff(), offices.secondSurveyor().staff());
        application.take(offices.clerk(), "startVerification", Map.of("surveyors", surveyors), "order");
        Command report = application.step("recordHomeVisit", Map.of("applicant", "SIGNED"), "visitReport");
        offices.surveyor().file(report).expect(200);
        Case visited = Case.seen(offices.clerk(), Kind.APPLICATION, application.id());
        Command same = visited.step("recordHomeVisit", report.content().clear()).with(report.content());
        offices.secondSurveyor().submit(same).expect(200);
        application.await(offices.clerk(), "VERIFYING");
    }

    /** With a notice that hangs in the village. */
    public Case post(Case application) {
        application.take(offices.clerk(), "openNotice", Map.of("linterVersion", "lint-1"), "text");
        Case notice = Case.seen(offices.clerk(), Kind.NOTICE, field(offices.clerk(), application, "noticeId"));
        notice.take(offices.clerk(), "post", Map.of("placeCode", "village-board-1"), "photo");
        return notice;
    }

    /** A field of a record as it stands. */
    public static String field(Officer reader, Case record, String name) {
        return reader.get(record.path()).expect(200).at("/header/fields/" + name);
    }
}
