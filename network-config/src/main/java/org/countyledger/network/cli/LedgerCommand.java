package org.countyledger.network.cli;

import picocli.CommandLine.Command;

/** What is about the ledger's blocks. */
@Command(
        name = "ledger",
        description = "Checks the blocks of a ledger.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LedgerVerifyCommand.class, LedgerGenesisCommand.class})
final class LedgerCommand {}
