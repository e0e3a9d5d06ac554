package org.countyledger.risk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.risk.testing.SmallLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RiskCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aModelIsTrainedShownCheckedAndWatched() throws IOException {
        String data = SmallLog.write(folder, 900).toString();
        String model = folder.resolve("sla.model").toString();
        assertThat(run("train", "--data", data, "--purpose", "missed_sla", "--trees", "10", "--out", model))
                .isZero();
        assertThat(out.toString()).contains("60 of 60 trees", "after calibration", "SHA-256");
        assertThat(run("retrain", model, "--data", data, "--threads", "1")).isZero();
        assertThat(out.toString()).contains("trees equal", "file  equal");
        assertThat(run("card", model, "--out", folder.resolve("card.html").toString()))
                .isZero();
        assertThat(run("evaluate", model, "--data", data, "--events", "1", "--against", model))
                .isZero();
        assertThat(out.toString()).contains("AUC by +0.0000");
        Path score = folder.resolve("score.json");
        assertThat(run("score", model, "--data", data, "--number", "INC00003")).isZero();
        Files.writeString(score, out.toString());
        assertThat(run("recompute", model, score.toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("equal");
        Files.writeString(score, Files.readString(score).replace("Group ", "Groep "));
        assertThat(run("recompute", model, score.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("NOT EQUAL", "score: stated");
        run("drift", model, "--data", data);
        assertThat(out.toString()).contains("records  score", "2016-03: said 0.");
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() {
        assertThat(run("card", folder.resolve("none").toString(), "--out", "x")).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("risk: ")
                .contains("cannot be read");
        assertThat(run("train", "--purpose", "LUCK")).isEqualTo(2);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = RiskCommand.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
