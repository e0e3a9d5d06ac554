package org.countyledger.network.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --officer}, where somebody acts by a role. */
final class OfficerOption {
    @Option(
            names = "--officer",
            paramLabel = "SUBJECT",
            description = "Who acts, e.g. GV2501.MODEL_AUTHOR (default: the inventory's first who may).")
    private Optional<String> officer = Optional.empty();

    Optional<String> subject() {
        return officer;
    }
}
