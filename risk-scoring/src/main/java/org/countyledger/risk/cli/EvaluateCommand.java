package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.countyledger.risk.calibration.PairedBootstrap;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.model.Evaluator;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.RiskModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a model on records it has not seen. */
@Command(
        name = "evaluate",
        description = "Measures a model on the records of a log that were opened after those it learned from.")
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log.")
    private Path data = Path.of("");

    @Option(names = "--events", split = ",", paramLabel = "N", description = "Event by event (default: 1,2,3,5).")
    private List<Integer> events = List.of(1, 2, 3, 5);

    @Option(names = "--against", paramLabel = "MODEL", description = "Another model, to compare AUC with.")
    private Optional<Path> against = Optional.empty();

    @Override
    public Integer call() {
        Say say = new Say(spec.commandLine().getOut());
        RiskModel model = ModelFile.read(file);
        IncidentLog log =
                IncidentLog.read(data).as(model.header().provenance().data().view());
        for (int event : events) {
            List<LabelledRecord> records = later(model, log, event);
            say.line("event %d", event);
            say.evaluation(evaluator(model).evaluate(records));
            against.filter(other -> !records.isEmpty())
                    .ifPresent(other -> difference(say, records, List.of(model, ModelFile.read(other))));
        }
        return ExitCode.OK;
    }

    private static Evaluator evaluator(RiskModel model) {
        return new Evaluator(
                model.encoder(), model.forest(), model.header().reading().calibrator());
    }

    private static void difference(Say say, List<LabelledRecord> records, List<RiskModel> models) {
        boolean[] yes = new boolean[records.size()];
        double[][] margins = new double[models.size()][yes.length];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = records.get(i).yes();
            for (int each = 0; each < models.size(); each++) {
                RiskModel model = models.get(each);
                margins[each][i] = model.forest()
                        .margin(model.encoder().encode(records.get(i).fields()));
            }
        }
        PairedBootstrap found = PairedBootstrap.auc(margins[0], margins[1], yes);
        say.line(
                "AUC by %+.4f, 95 %% of resampled records: %+.4f to %+.4f",
                found.difference(), found.low(), found.high());
    }

    private static List<LabelledRecord> later(RiskModel model, IncidentLog log, int event) {
        String until = model.header().provenance().data().until();
        return log.records(model.header().provenance().purpose(), Set.of(event)).stream()
                .filter(record ->
                        !until.isEmpty() && record.life().openedAt().toString().compareTo(until) >= 0)
                .toList();
    }
}
