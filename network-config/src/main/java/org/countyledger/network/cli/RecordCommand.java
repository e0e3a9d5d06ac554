package org.countyledger.network.cli;

import picocli.CommandLine.Command;

/** What is about single records. */
@Command(
        name = "record",
        description = "Checks exported records.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RecordVerifyCommand.class)
final class RecordCommand {}
