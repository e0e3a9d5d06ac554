package org.countyledger.network.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What is about the tables that the gateway reads from. */
@Command(
        name = "projection",
        description = {
            "Makes the gateway's read tables again from the chain, or compares them with it.",
            "The county must run. Its gateway goes on answering, and personal data are in neither."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county projection verify", "  scripts/county projection rebuild --dir .county/demo"})
final class ProjectionCommand {

    @Command(
            name = "rebuild",
            description = {
                "Reads the chain from block 0 into tables of their own and puts them in the place of those in use.",
                "Prints how many transactions were read, and how many in a second."
            })
    int rebuild(@Mixin DirectoryOption directory) {
        return directory.county().projection("rebuild");
    }

    @Command(
            name = "verify",
            description = {
                "Compares every row in use with what the chain gives, and prints the first difference.",
                "Exit code 0 only when there is none."
            })
    int verify(@Mixin DirectoryOption directory) {
        return directory.county().projection("verify");
    }
}
