package org.countyledger.network.cli;

import picocli.CommandLine.Command;

/** What is about receipts. */
@Command(
        name = "receipt",
        description = "Gets and checks receipts.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ReceiptGetCommand.class, ReceiptVerifyCommand.class})
final class ReceiptCommand {}
