package org.countyledger.network.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CountyCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everySubcommandHasExamplesAndTakesADirectory() {
        for (String[] command : new String[][] {
            {"up"},
            {"down"},
            {"status"},
            {"doctor"},
            {"render"},
            {"identity", "renew"},
            {"identity", "revoke"},
            {"token"},
            {"sign"},
            {"ledger", "verify"},
            {"ledger", "genesis"},
            {"receipt", "get"},
            {"receipt", "verify"},
            {"record", "verify"},
            {"risk", "register"},
            {"risk", "validate"},
            {"risk", "sponsor"},
            {"risk", "admit"},
            {"risk", "activate"},
            {"risk", "suspend"},
            {"risk", "retire"},
            {"risk", "rederive"}
        }) {
            String[] words = Arrays.copyOf(command, command.length + 1);
            words[command.length] = "--help";
            assertThat(run(words)).isZero();
            assertThat(out.toString())
                    .contains("Examples:")
                    .contains("scripts/county " + String.join(" ", command))
                    .contains("--dir");
        }
    }

    @Test
    void whatFilesAreEnoughForNeedsNoCounty() {
        for (String command : new String[] {"train", "retrain", "card", "score", "recompute", "evaluate", "drift"}) {
            assertThat(run("risk", command, "--help")).isZero();
            assertThat(out.toString()).doesNotContain("--dir");
        }
        assertThat(run("risk", "card", folder.resolve("none").toString(), "--out", "x"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void nodesAreOfFabricAlone() {
        for (String[] option : new String[][] {{"--runtime", "containers"}, {"--consensus", "raft"}}) {
            assertThat(run(
                            "up",
                            option[0],
                            option[1],
                            "--dir",
                            folder.resolve("x").toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains(option[0] + " is of nodes of Hyperledger Fabric: add --ledger fabric");
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void whereThereIsNoCountyTheSentenceSaysHowToMakeOne() {
        for (String command : new String[] {"status", "down"}) {
            assertThat(run(command, "--dir", folder.toString())).isEqualTo(1);
            assertThat(err.toString())
                    .contains("There is no county in " + folder + ": make one with scripts/county up");
        }
    }

    @Test
    void anUnknownOptionIsAskedWrongly() {
        assertThat(run("status", "--colour")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--colour'");
    }

    @Test
    void aDatabaseAddressThatIsNoneIsRefusedWithItsForm() {
        assertThat(run("up", "--dir", folder.resolve("x").toString(), "--database-url", "postgres://somewhere"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("--database-url must be jdbc:postgresql://USER@HOST:PORT/");
    }

    @Test
    void numbersThatCannotBeMeantAreRefusedInOneSentence() {
        String directory = folder.resolve("x").toString();
        for (String base : new String[] {"0", "65530", "99999"}) {
            assertThat(run("up", "--dir", directory, "--port-base", base)).isEqualTo(1);
            assertThat(err.toString()).contains("it must be between 1 and 65507 but is " + base);
        }
        assertThat(run("token", "--dir", directory, "--department", "audit", "--role", "DPO", "--hours", "0"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--hours must be at least 1 but is 0")
                .doesNotContain("Exception");
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Path file = folder.resolve("none.csv");
        assertThat(run(
                        "replay",
                        "--format",
                        "prsa",
                        "--dir",
                        folder.resolve("x").toString(),
                        file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("There is no file " + file);
    }

    private int run(String... words) {
        CommandLine command = CountyCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(words);
    }
}
