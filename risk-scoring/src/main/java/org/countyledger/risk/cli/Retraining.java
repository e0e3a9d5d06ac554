package org.countyledger.risk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.countyledger.risk.RiskException;
import org.countyledger.risk.features.IncidentLog;
import org.countyledger.risk.model.RiskModel;
import org.countyledger.risk.model.TrainingRun;
import org.countyledger.risk.training.Progress;

/** Trains a model again from what it says of itself. */
public final class Retraining {
    private final RiskModel model;
    private final int threads;

    Retraining(RiskModel model, int threads) {
        this.model = model;
        this.threads = threads;
    }

    /** What comes out on all processors, with progress for people. */
    public static RiskModel of(RiskModel model, Path data, PrintWriter out) {
        return new Retraining(model, Runtime.getRuntime().availableProcessors()).on(data, new Say(out).progress());
    }

    RiskModel on(Path data, Progress progress) {
        IncidentLog log = IncidentLog.read(data);
        if (!log.digest().equals(model.header().provenance().data().digest())) {
            throw new RiskException(data + " is not the data that the model was trained on");
        }
        return new TrainingRun(model.header().provenance(), threads, progress).train(log);
    }
}
