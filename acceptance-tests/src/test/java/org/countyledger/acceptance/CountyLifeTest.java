package org.countyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countyledger.acceptance.testing.Case;
import org.countyledger.acceptance.testing.Command;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.CountyCommand;
import org.countyledger.acceptance.testing.Ledger;
import org.countyledger.acceptance.testing.LegalCounty;
import org.countyledger.acceptance.testing.Offices;
import org.countyledger.acceptance.testing.Ports;
import org.countyledger.acceptance.testing.Reply;
import org.countyledger.acceptance.testing.Resident;
import org.countyledger.acceptance.testing.Running;
import org.countyledger.acceptance.testing.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code up}, {@code status} and {@code down}: safe to repeat, and what is on the ledger stays. */
@ExtendWith(LegalCounty.class)
class CountyLifeTest {
    private final Running running;
    private final County county;

    @TempDir
    private Path folder = Path.of("");

    CountyLifeTest(Running running) {
        this.running = running;
        this.county = running.county();
    }

    private List<String> processes() {
        return Stream.of(
                        Stream.of("postgres", "gateway", "oracle"),
                        county.ledgerNodes().stream(),
                        county.organizations().stream().map("chaincode-"::concat))
                .flatMap(names -> names)
                .toList();
    }

    private List<Long> pids() {
        return processes().stream().map(name -> county.process(name).pid()).toList();
    }

    private void showsAll(String text, String state) {
        processes().forEach(name -> assertThat(text).containsPattern(Pattern.compile(name + " +" + state)));
    }

    @Test
    void upPrintsWhatRunsAndAnAddressThatAnswers() {
        String out = running.start().out();
        showsAll(out, "up");
        assertThat(out).contains("Gateway: http://127.0.0.1:" + county.portBase(), "resident memory together:");
        assertThat(county.gateway().get("/actuator/health").expect(200).at("/status"))
                .isEqualTo("UP");
        assertThat(county.oracle().get("/actuator/health").expect(200).at("/status"))
                .isEqualTo("UP");
    }

    @Test
    void upAgainLeavesEverythingAsItIs() {
        List<Long> pids = pids();
        Snapshot before = Snapshot.of(county);
        county.start("up").expect(0);
        county.run("up").expect(0);
        assertThat(pids()).isEqualTo(pids);
        assertThat(Snapshot.of(county)).isEqualTo(before);
    }

    @Test
    void statusSaysWhatRunsAndHowFarTheLedgerIs() {
        CountyCommand.Outcome status = county.run("status").expect(0);
        showsAll(status.out(), "up");
        assertThat(status.out())
                .contains("a county under the law's periods")
                .contains("blocks on the ledger: " + Snapshot.of(county).height());
    }

    @Test
    void downAndUpKeepEveryRecordAndTheWorkGoesOn() {
        Resident resident = Resident.of(county);
        Command command = resident.application();
        Reply created = resident.file(command);
        Case application = Case.created(command, created);
        Snapshot before = Snapshot.of(county);
        String receipt = "/v1/receipts/" + created.at("/receiptTxId");
        Reply shown = county.gateway().get(receipt).expect(200);

        CountyCommand.Outcome down = county.run("down").expect(0);
        processes().forEach(name -> assertThat(down.out()).contains(name));
        showsAll(county.run("status").expect(1).out(), "down");
        assertThat(Ports.isFree(county.portBase())).isTrue();
        assertThat(county.run("down").expect(0).out()).contains("Nothing was running.");

        county.start("up").expect(0);
        assertThat(Snapshot.of(county)).isEqualTo(before);
        assertThat(county.gateway().get(receipt).expect(200).body().path("matter"))
                .isEqualTo(shown.body().path("matter"));
        application.declareNoConflict(new Offices(county).clerk());
        application.take(new Offices(county).clerk(), "accept", Map.of("dupCheck", "NONE"), "checkList");
    }

    @Test
    void aCountyUnderTheLawNeverBecomesADemonstration() {
        CountyCommand.Outcome demo = county.run("demo").expect(1);
        assertThat(demo.err()).hasLineCount(1).contains("can never become a demonstration", "county up");
        assertThat(demo.out()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidInOneSentenceAndNothingIsMade() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        String there = county.directory().toString();
        Map<List<String>, String> wrong = Map.of(
                List.of("status", "--dir", nowhere.toString()), "There is no county in " + nowhere,
                List.of("down", "--dir", nowhere.toString()), "There is no county in " + nowhere,
                List.of("token", "--department", "a", "--role", "B", "--dir", nowhere.toString()), "county up",
                List.of("up", "--dir", full.toString()), "is no county but is not empty",
                List.of("up", "--dir", nowhere.toString(), "--port-base", "70000"), "--port-base",
                List.of("up", "--dir", there, "--port-base", "1024"), Ledger.HERE.keepsPorts(),
                List.of("replay", "--format", "prsa", "--dir", there, nowhere.toString()), "There is no file");
        wrong.forEach((arguments, sentence) -> {
            CountyCommand.Outcome outcome =
                    CountyCommand.run(arguments.toArray(String[]::new)).expect(1);
            assertThat(outcome.err()).as("%s", arguments).hasLineCount(1).contains(sentence);
        });
        assertThat(nowhere).doesNotExist();
        assertThat(full).isDirectoryContaining("glob:**/mine.txt");
    }

    @Test
    void aPortThatSomebodyElseHasIsNamed() throws IOException {
        int base = Ports.base();
        Path directory = folder.resolve("crowded");
        try (ServerSocket mine = new ServerSocket(base, 1, InetAddress.getLoopbackAddress())) {
            CountyCommand.Outcome up = CountyCommand.run(
                            "up", "--dir", directory.toString(), "--port-base", Integer.toString(mine.getLocalPort()))
                    .expect(1);
            assertThat(up.err()).hasLineCount(1).contains("is taken by another program", "--port-base");
        }
        CountyCommand.run("down", "--purge", "--dir", directory.toString()).expect(0);
    }
}
