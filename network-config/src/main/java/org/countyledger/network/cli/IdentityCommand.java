package org.countyledger.network.cli;

import picocli.CommandLine.Command;

/** Certificates of nodes, machines and officers. */
@Command(
        name = "identity",
        description = "Renews and revokes certificates of nodes, machines and officers.",
        subcommands = {IdentityRenewCommand.class, IdentityRevokeCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class IdentityCommand {}
