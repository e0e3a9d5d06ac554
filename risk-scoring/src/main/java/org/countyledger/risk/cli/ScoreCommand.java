package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.explain.Contribution;
import org.countyledger.risk.explain.Sentences;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.OpenedScore;
import org.countyledger.risk.model.RiskModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores one record of a log. */
@Command(
        name = "score",
        description = "Scores one record of a log: opened inputs and score as JSON, reasons in words beside it.")
final class ScoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log.")
    private Path data = Path.of("");

    @Option(names = "--number", required = true, paramLabel = "ID", description = "The record.")
    private String number = "";

    @Option(names = "--event", paramLabel = "N", description = "At which of its events (default: ${DEFAULT-VALUE}).")
    private int event = 1;

    @Override
    public Integer call() {
        RiskModel model = ModelFile.read(file);
        LabelledRecord record = find(IncidentLog.read(data)
                .as(model.header().provenance().data().view())
                .records(model.header().provenance().purpose(), Set.of(event)));
        OpenedScore score = OpenedScore.of(model, record.fields());
        new Say(spec.commandLine().getOut()).line("%s", CanonicalJson.text(score));
        Say beside = new Say(spec.commandLine().getErr());
        beside.line("%s: %s", score.score().band().zh(), score.score().band().en());
        Sentences sentences = new Sentences(model.header().schema());
        for (Contribution each : score.score().contributions()) {
            beside.line(
                    "%+10d  %s %s",
                    each.millionths(), sentences.zh(each, score.fields()), sentences.en(each, score.fields()));
        }
        return ExitCode.OK;
    }

    private LabelledRecord find(List<LabelledRecord> records) {
        return records.stream()
                .filter(record -> record.number().equals(number))
                .findFirst()
                .orElseThrow(
                        () -> new RiskException("no open record " + number + " at event " + event + " in " + data));
    }
}
