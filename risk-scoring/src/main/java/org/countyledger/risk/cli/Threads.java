package org.countyledger.risk.cli;

import picocli.CommandLine.Option;

/** How many threads a training may use. */
final class Threads {
    @Option(names = "--threads", paramLabel = "N", description = "Default: all processors. Never changes the model.")
    private int count = Runtime.getRuntime().availableProcessors();

    int count() {
        return count;
    }
}
