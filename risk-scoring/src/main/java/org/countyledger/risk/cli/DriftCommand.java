package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.countyledger.risk.drift.CalibrationMonth;
import org.countyledger.risk.drift.DriftReport;
import org.countyledger.risk.drift.Reference;
import org.countyledger.risk.drift.Scored;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.features.LabelledRecord;
import org.countyledger.risk.model.ModelFile;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.model.RiskModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for drift. */
@Command(
        name = "drift",
        description = {
            "Population stability of features and score by closed week, against what the model learned from;",
            "then by month what scores said and what came.",
            "Ends with 1 when an index of a week lies above 0.25."
        })
final class DriftCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL", description = "The model's file.")
    private Path file = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The log.")
    private Path data = Path.of("");

    @Option(
            names = "--today",
            paramLabel = "DATE",
            description = "Default: the day of the last record, whose week is not over.")
    private Optional<LocalDate> today = Optional.empty();

    @Override
    public Integer call() {
        RiskModel model = ModelFile.read(file);
        Provenance provenance = model.header().provenance();
        List<LabelledRecord> records = IncidentLog.read(data)
                .as(provenance.data().view())
                .records(provenance.purpose(), new HashSet<>(provenance.data().events()));
        LocalDate last = records.isEmpty()
                ? LocalDate.MIN
                : records.getLast().life().openedAt().toLocalDate();
        DriftReport report =
                new DriftReport(model.header().schema(), model.header().references());
        List<DriftReport.Week> weeks = report.weeks(
                records.stream().map(record -> scored(model, record)).toList(), today.orElse(last));
        Say say = new Say(spec.commandLine().getOut());
        for (DriftReport.Week week : weeks) {
            say.line(
                    "%s %6d records  score %.3f  %s",
                    week.monday(), week.records(), week.psi().getOrDefault(DriftReport.SCORE, 0.0), above(week.psi()));
        }
        CalibrationMonth.of(records.stream().map(record -> told(model, record)).toList())
                .forEach(month -> say.line("%s", month.text()));
        return weeks.stream().anyMatch(DriftReport.Week::drifted) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private static CalibrationMonth.Told told(RiskModel model, LabelledRecord record) {
        int millionths = model.millionths(model.encoder().encode(record.fields()));
        return new CalibrationMonth.Told(
                record.life().openedAt().toLocalDate(), millionths, new CalibrationMonth.Feedback(record.yes(), false));
    }

    private static Scored scored(RiskModel model, LabelledRecord record) {
        int[] row = model.encoder().encode(record.fields());
        return new Scored(record.life().openedAt().toLocalDate(), row, model.millionths(row));
    }

    private static String above(Map<String, Double> psi) {
        String names = psi.entrySet().stream()
                .filter(each -> each.getValue() > Reference.DRIFTED)
                .map(each -> "%s %.3f".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no drift" : "DRIFT: " + names;
    }
}
