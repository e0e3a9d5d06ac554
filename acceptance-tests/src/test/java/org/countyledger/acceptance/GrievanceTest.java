package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Key;
import org.countyledger.acceptance.testing.Kind;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A grievance without a name goes through its steps, and only the resident's key says that it is settled. */
@ExtendWith(LegalCounty.class)
class GrievanceTest {
    private final County county;
    private final Offices offices;

    GrievanceTest(Running running) {
        this.county = running.county();
        this.offices = new Offices(county);
    }

    private Case accepted(Resident resident, String category) {
        Command register = resident.grievance(category);
        Case grievance = Case.created(register, resident.file(register));
        grievance.take(offices.registrar(), "dispatch", Map.of("department", "natural-resources"));
        grievance.declareNoConflict(offices.caseOfficer());
        grievance.take(offices.caseOfficer(), "accept", Map.of(), "receiptNotice");
        return grievance;
    }

    /** The letter was opened on the receipt page. */
    private void delivered(Case grievance, String group) {
        Reply record = offices.caseOfficer().get(grievance.path()).expect(200);
        Map<String, Object> letter = Map.of(
                "recordKind", Kind.GRIEVANCE.wireName(),
                "recordId", grievance.id(),
                "group", group,
                "seq", record.number("/header/groups/" + group + "/seq"),
                "channel", "RECEIPT_PAGE");
        Key key = Key.next();
        Command send = Command.of(
                new Command.Target(Kind.DELIVERY, key.recordId(Kind.DELIVERY.wireName()), "send", 0),
                new Command.Content(letter, Map.of()),
                key);
        Case delivery = Case.created(send, offices.caseOfficer().submit(send));
        String sentAt = offices.caseOfficer().get(delivery.path()).at("/header/position/at");
        delivery.take(offices.caseOfficer(), "delivered", Map.of("deliveredAt", sentAt), "proof");
        grievance.take(offices.caseOfficer(), "recordDelivery", Map.of("receiptId", delivery.id()));
    }

    @Test
    void aCallForHelpIsDispatchedAnsweredDeliveredAndConfirmed() {
        Resident resident = Resident.of(county);
        Case grievance = accepted(resident, "HELP");
        grievance.take(offices.caseOfficer(), "reply", Map.of("result", "SETTLED"), "reply");
        Reply byOfficer = offices.caseOfficer().submit(grievance.step("confirm", Map.of("rating", 5)));
        assertThat(byOfficer.expectProblem(403, "not-allowed").at("/refusalCode"))
                .isEqualTo("ROLE_NOT_ALLOWED");
        Reply tooGood = resident.submit(grievance.step("confirm", Map.of("rating", 6)));
        tooGood.expectProblem(422, "validation-failed");
        delivered(grievance, "reply");
        String confirmed = grievance.take(resident, "confirm", Map.of("rating", 4));
        Reply receipt = county.gateway().get("/v1/receipts/" + confirmed).expect(200);
        assertThat(receipt.at("/matter/family/zh")).isEqualTo("诉求");
        assertThat(offices.caseOfficer().get(grievance.path()).at("/state")).isEqualTo("CLOSED");
    }

    @Test
    void whoInvestigatedAClaimDoesNotSignItsOpinion() {
        Case grievance = accepted(Resident.of(county), "CLAIM");
        grievance.take(offices.caseOfficer(), "investigate", Map.of(), "plan");
        grievance.take(offices.caseOfficer(), "addFinding", Map.of("evidenceCode", "PHOTO"), "finding");
        Map<String, Object> opinion = Map.of("result", "SUPPORT", "remedyId", "review-within-30-days");
        offices.caseOfficer()
                .submit(grievance.step("issueOpinion", opinion, "opinion"))
                .expectProblem(403, "not-allowed");
        offices.caseLead()
                .submit(grievance.step("issueOpinion", opinion, "opinion"))
                .expectProblem(403, "recusal-required");
        grievance.declareNoConflict(offices.caseLead());
        grievance.take(offices.caseLead(), "issueOpinion", opinion, "opinion");
        grievance.take(offices.caseOfficer(), "execute", Map.of(), "proof");
        assertThat(offices.caseOfficer().get(grievance.path()).at("/state")).isEqualTo("RESOLVED");
    }
}
