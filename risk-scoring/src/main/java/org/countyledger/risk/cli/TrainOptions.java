package org.countyledger.risk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.countyledger.risk.features.Target;
import org.countyledger.risk.features.View;
import org.countyledger.risk.model.Provenance;
import org.countyledger.risk.training.Recipe;
import picocli.CommandLine.Option;

/** What to train and how. */
final class TrainOptions {
    private static final long USUAL_SEED = 20_160_229;

    @Option(
            names = "--purpose",
            required = true,
            paramLabel = "P",
            description = "What it foresees: ${COMPLETION-CANDIDATES}.")
    private Target purpose = Target.MISSED_SLA;

    @Option(
            names = "--as",
            paramLabel = "V",
            description =
                    "What the log's incidents are taken for: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
                            + " Only a model of grievances scores on the ledger.")
    private View view = View.INCIDENT;

    @Option(
            names = "--learner",
            paramLabel = "L",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Recipe.Kind learner = Recipe.Kind.BOOSTING;

    @Option(names = "--trees", paramLabel = "N", description = "Trees, or rounds (default: ${DEFAULT-VALUE}).")
    private int trees = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = USUAL_SEED;

    @Option(
            names = "--events",
            split = ",",
            paramLabel = "N",
            description = "At which events of a record it is looked at (default: 1,2,3,5; 1 is the first).")
    private List<Integer> events = List.of(1, 2, 3, 5);

    @Option(
            names = "--train-permille",
            paramLabel = "N",
            description = "Share of records, by time, to learn from (default: ${DEFAULT-VALUE}); the rest measures it.")
    private int trainPermille = 800;

    @Option(
            names = "--commit",
            defaultValue = "${env:RISK_COMMIT:-unknown}",
            paramLabel = "ID",
            description = "The code that trains; scripts/county knows it.")
    private String commit = "unknown";

    Provenance provenance() {
        Recipe recipe = switch (learner) {
            case FOREST -> Recipe.forest(trees, seed);
            case BOOSTING -> Recipe.boosting(trees, seed);
        };
        List<Integer> ascending = events.stream().distinct().sorted().toList();
        return new Provenance(purpose, Provenance.Data.wanted(view, ascending, trainPermille), recipe, commit);
    }

    Path file() {
        return Path.of(purpose.name().toLowerCase(Locale.ROOT) + ".model");
    }

    String words() {
        return learner.name().toLowerCase(Locale.ROOT) + " for " + purpose + ", " + trees + " trees, seed " + seed;
    }
}
