package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Checkout;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Officer;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model comes into use by many hands, and a score is made again from its transaction, by whoever may open it. */
class RiskTest {
    private static final Path LOG = Checkout.reference("incidents/incident_event_log_first85pct.csv.gz");
    private static final Pattern REGISTERED = Pattern.compile("model ([0-9a-f-]{36}) is registered");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aGrievanceIsScoredByAModelThatOthersLetIntoUseAndTheScoreRederives() throws IOException {
        assumeTrue(Files.exists(LOG), "the incident log is not there (../shared/data/incidents beside the project)");
        try (County county = County.inNewDirectory("risk")) {
            county.start("up").expect(0);
            String model = registered(county);
            county.run("risk", "validate", model, "--data", LOG.toString()).expect(0);
            county.run("risk", "sponsor", model).expect(0);
            assertThat(county.run("risk", "admit", model).expect(1).err()).contains("CONSENT_MISSING");
            county.run("risk", "sponsor", model).expect(0);
            county.run("risk", "admit", model).expect(0);
            county.run("risk", "activate", model).expect(0);
            assertThat(county.run("up").expect(0).out()).contains("the scorer answers");
            String txId = scored(county);
            assertThat(county.run("risk", "rederive", txId).expect(0).out()).isEqualToIgnoringNewLines("equal");
            assertThat(county.run("risk", "rederive", txId, "--officer", "GV2101.PETITION_REGISTRAR")
                            .expect(1)
                            .err())
                    .contains("the try is on record");
            nobodySeesScores(county, txId);
        }
    }

    private String registered(County county) throws IOException {
        Path file = folder.resolve("escalated.model");
        Path assessment = Files.writeString(folder.resolve("assessment.txt"), "What the use of scores does to people.");
        CountyCommand.run(
                        "risk",
                        "train",
                        "--data",
                        LOG.toString(),
                        "--purpose",
                        "escalated",
                        "--as",
                        "grievance",
                        "--trees",
                        "20",
                        "--out",
                        file.toString())
                .expect(0);
        CountyCommand.Outcome outcome =
                county.run("risk", "register", file.toString(), "--impact-assessment", assessment.toString());
        Matcher said = REGISTERED.matcher(outcome.expect(0).out());
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    /** The transaction that issued the score of a new grievance. */
    private static String scored(County county) {
        Resident resident = Resident.of(county);
        Command register = resident.grievance("COMPLAINT");
        Case grievance = Case.created(register, resident.file(register));
        Officer registrar = county.officer("petitions", "PETITION_REGISTRAR", "GV2101");
        Reply scores = Eventually.eventually(
                County.PATIENCE,
                () -> registrar.get("/v1/risk-scores?limit=10"),
                reply -> !reply.at("/items/0/id").isEmpty());
        assertThat(scores.at("/items/0/header/fields/recordId")).isEqualTo(grievance.id());
        return registrar
                .get("/v1/risk-scores/" + scores.at("/items/0/id") + "/events")
                .at("/items/0/txId");
    }

    private static void nobodySeesScores(County county, String txId) {
        county.gateway().get("/v1/risk-scores").expectProblem(401, "authentication-required");
        Reply receipt = county.gateway().get("/v1/receipts/" + txId).expect(200);
        assertThat(receipt.text()).doesNotContainIgnoringCase("score").doesNotContain("评分");
    }
}
