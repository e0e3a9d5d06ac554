package org.countyledger.network.demo;

import java.util.Map;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Kind;
import org.countyledger.network.api.Draft;
import org.countyledger.network.api.Written;
import org.countyledger.network.inventory.Town;
import org.countyledger.network.resident.Resident;

/** A resident asks for help, a department answers, the resident rates it; and a claim gets its written opinion. */
final class GrievanceStory {
    private static final String DEPARTMENT = "natural-resources";

    private final Stage stage;
    private final Town town;
    private final String registrar;
    private final String officer;
    private final String lead;

    GrievanceStory(Stage stage, Town town) {
        this.stage = stage;
        this.town = town;
        this.registrar = stage.offices().one("petitions", Role.PETITION_REGISTRAR);
        this.officer = stage.offices().one(DEPARTMENT, Role.CASE_OFFICER);
        this.lead = stage.offices().one(DEPARTMENT, Role.CASE_OFFICER_LEAD);
    }

    void tell(Incident incident) {
        stage.narrator().chapter("Grievances: a call for help, and a claim");
        help(incident);
        claim();
    }

    private void help(Incident incident) {
        Resident resident = stage.resident();
        Written registered = register(resident, "HELP", incident.text());
        Written accepted = accept(registered);
        Written replied = stage.act(
                officer,
                Stage.paper(Draft.step(accepted, "reply"), "reply", "done").with("result", "SETTLED"),
                "The department answers within its five working days.");
        Written told = stage.deliver(officer, replied, "reply");
        stage.narrator()
                .step(
                        "The resident confirms and gives four of five points.",
                        resident.submit(Draft.step(told, "confirm").with("rating", 4)));
    }

    private void claim() {
        Resident resident = stage.resident();
        Written accepted = accept(register(resident, "CLAIM", "claim"));
        stage.declareNoConflict(lead, accepted);
        Written opened = stage.act(
                officer,
                Stage.paper(Draft.step(accepted, "investigate"), "plan", "plan"),
                "An officer investigates the claim.");
        Written found = stage.act(
                officer,
                Stage.paper(Draft.step(opened, "addFinding"), "finding", "found")
                        .with("evidenceCode", "PHOTO"),
                "A finding is added.");
        Written opinion = stage.act(
                lead,
                Stage.paper(Draft.step(found, "issueOpinion"), "opinion", "supported")
                        .with("result", "SUPPORT")
                        .with("remedyId", "review-within-30-days"),
                "The lead, who did not investigate, signs the written opinion.");
        stage.act(
                officer,
                Stage.paper(Draft.step(opinion, "execute"), "proof", "done"),
                "What the opinion promised is carried out.");
    }

    private Written register(Resident resident, String category, String text) {
        Written written = resident.submit(Draft.creation(Kind.GRIEVANCE, "register")
                .with(new Clear(Map.of(
                        "category",
                        category,
                        "town",
                        town.code(),
                        "mode",
                        "ANONYMOUS",
                        "urgent",
                        false,
                        "custody",
                        "SELF_HELD",
                        "key",
                        resident.spki())))
                .holding("text", resident.content(Kind.GRIEVANCE, "text", Map.of("text", text))));
        stage.narrator().step("A resident registers a grievance without a name.", written);
        return written;
    }

    private Written accept(Written registered) {
        Written dispatched = stage.act(
                registrar,
                Draft.step(registered, "dispatch").with("department", DEPARTMENT),
                "The petitions bureau dispatches it to the responsible department.");
        stage.declareNoConflict(officer, dispatched);
        return stage.act(
                officer,
                Stage.paper(Draft.step(dispatched, "accept"), "receiptNotice", "received"),
                "A case officer of the department accepts it.");
    }
}
