package org.countyledger.network.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.network.embedded.LocalCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stops a county's processes. */
@Command(
        name = "down",
        description = "Stops the processes that were started for a county, and no others.",
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county down", "  scripts/county down --dir .county/demo --purge"})
final class DownCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(
            names = "--purge",
            description = "Also removes data and identities, which are of no use without each other.")
    private boolean purge;

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        LocalCounty county = directory.county();
        List<String> stopped = purge ? county.purge() : county.stop();
        terminal.say(stopped.isEmpty() ? "Nothing was running." : "Stopped: " + String.join(", ", stopped) + ".");
        if (purge) {
            terminal.say("Data and identities are removed.");
        }
        return ExitCode.OK;
    }
}
