package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.DemoCounty;
import org.countyledger.acceptance.testing.Json;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.network.demo.Household;
import org.countyledger.network.privacy.CanaryScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** {@code county demo} tells the county's story, each step a transaction that anybody can look up afterwards. */
@ExtendWith(DemoCounty.class)
class DemoTest {
    private static final Pattern STEP = Pattern.compile("^  (\\S.*\\.) +([0-9a-f]{64})$", Pattern.MULTILINE);
    private static final Pattern CURL =
            Pattern.compile("^  curl (http://\\S+/v1/receipts/([0-9a-f]{64}))$", Pattern.MULTILINE);
    private static final int STEPS_AT_LEAST = 30;

    private final County county;
    private final CountyCommand.Outcome demo;

    DemoTest(Running running) {
        this.county = running.county();
        this.demo = running.start();
    }

    private List<MatchResult> steps() {
        return STEP.matcher(demo.out()).results().toList();
    }

    private MatchResult curl() {
        return CURL.matcher(demo.out()).results().findFirst().orElseThrow();
    }

    private Reply receipt(String txId) {
        return county.gateway().get("/v1/receipts/" + txId).expect(200);
    }

    @Test
    void itTellsOfAirWelfareAndGrievancesEachStepWithItsTransaction() {
        assertThat(demo.out()).contains("Air:", "Welfare:", "Grievances:");
        assertThat(steps()).hasSizeGreaterThanOrEqualTo(STEPS_AT_LEAST);
        assertThat(demo.out())
                .contains(
                        "An exceedance is raised",
                        "The timer closes it.",
                        "refuses it in writing",
                        "The bank has paid.");
        assertThat(demo.err()).isEmpty();
    }

    @Test
    void everyTransactionOfTheStoryIsValidAndMarkedAsADemonstration() {
        Set<String> transactions = new HashSet<>();
        steps().forEach(step -> transactions.add(step.group(2)));
        assertThat(transactions).allSatisfy(txId -> {
            Reply receipt = receipt(txId);
            assertThat(receipt.body().path("valid").asBoolean()).isTrue();
            assertThat(receipt.at("/purpose")).isEqualTo("DEMO");
            assertThat(receipt.at("/purposeLabel/zh")).isEqualTo("演示");
        });
    }

    @Test
    void whatTheHouseholdsDeclaredStandsInTheirOfficesPrivateStoreAlone() {
        Path store = county.privateStore("CivilAffairsMSP");
        List<String> names = Household.names();
        List<String> declared = new CanaryScan(names)
                .below(county.directory(), file -> file.startsWith(store)).stream()
                        .map(finding -> names.get(finding.canary()))
                        .distinct()
                        .toList();
        assertThat(declared).isNotEmpty();
        CanaryScan scan = new CanaryScan(declared);
        assertThat(scan.below(county.directory(), file -> !file.startsWith(store)))
                .isEmpty();
        assertThat(scan.in("what the demonstration prints", demo.out().getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void itsCurlAnswersWhatItPrinted() {
        assertThat(URI.create(curl().group(1)).getPort()).isEqualTo(county.portBase());
        JsonNode printed = Json.read(printedReceipt());
        JsonNode answered = receipt(curl().group(2)).body();
        for (String same : List.of("/txId", "/valid", "/block", "/time", "/endorsedBy", "/purpose", "/matter/family")) {
            assertThat(answered.at(same)).as(same).isEqualTo(printed.at(same));
        }
    }

    /** From the brace after the curl to the one at the beginning of a line. */
    private String printedReceipt() {
        String rest = demo.out().substring(curl().end());
        return rest.substring(rest.indexOf('{'), rest.indexOf("\n}") + 2);
    }

    @Test
    void theReceiptOfTheFirstApplicationNamesItsEndorsersAndNobodyElse() {
        Reply receipt = receipt(curl().group(2));
        assertThat(receipt.body().path("endorsedBy").size()).isGreaterThanOrEqualTo(2);
        assertThat(receipt.body().path("endorsedBy"))
                .allSatisfy(mspId -> assertThat(county.organizations()).contains(mspId.asString()));
        assertThat(receipt.at("/matter/family/zh")).isEqualTo("救助");
        assertThat(receipt.body().at("/matter/history").size()).isGreaterThan(5);
        assertThat(receipt.text())
                .doesNotContain("DIBAO", "WelfareApplication", "CA10", "form", "consent", "incomeFen", "HOLDER", "spki")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-");
    }

    @Test
    void itEndsByLeavingTheCountyRunningAndSayingHowToStopIt() {
        assertThat(demo.lines().getLast()).contains("scripts/county down --dir " + county.directory());
        assertThat(county.run("status").expect(0).out()).contains("a demonstration, where a second stands for a day");
    }

    @Test
    void aDemonstrationNeverComesUnderTheLaw() {
        CountyCommand.Outcome up = county.run("up").expect(1);
        assertThat(up.err())
                .hasLineCount(1)
                .contains("can never become a county under the law's periods", "county demo");
    }
}
