package org.countyledger.risk.training;

import org.countyledger.risk.forest.FlatForest;

/** The seam between what learns and everything that scores, explains and checks. */
public interface Learner {
    /** Trains; the same table and the same learner give the same {@link FlatForest#digest()}, always. */
    FlatForest train(TrainingTable table, Progress progress);
}
