package org.countyledger.risk.cli;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintWriter;
import java.util.Locale;
import org.countyledger.risk.model.Evaluation;
import org.countyledger.risk.training.Progress;

/** What people read. */
final class Say {
    private static final double MILLION = 1e6;

    private final PrintWriter out;

    Say(PrintWriter out) {
        this.out = out;
    }

    @FormatMethod
    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }

    Progress progress() {
        return (done, all) -> line("  %d of %d trees", done, all);
    }

    void evaluation(Evaluation evaluation) {
        if (evaluation.after().records() == 0) {
            line("No record was opened after those it learned from: nothing to measure it on.");
            return;
        }
        line("%-22s %7s %7s %8s %8s %8s %8s", "", "records", "yes", "AUC", "AP", "Brier", "error");
        measures("before calibration", evaluation.before());
        measures("after calibration", evaluation.after());
    }

    private void measures(String name, Evaluation.Measures each) {
        line(
                "%-22s %7d %7d %8.4f %8.4f %8.4f %8.4f",
                name,
                each.records(),
                each.yes(),
                each.auc() / MILLION,
                each.averagePrecision() / MILLION,
                each.brier() / MILLION,
                each.calibrationError() / MILLION);
    }
}
