package org.countyledger.network.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.network.embedded.EmbeddedCounty;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.process.ProcessStatus.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how a county's processes are. */
@Command(
        name = "status",
        description = {"Shows what runs, where, and how it is.", "Exit code 0 only when everything answers."},
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county status", "  scripts/county status --dir .county/demo"})
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        EmbeddedCounty county = directory.county();
        List<ProcessStatus> processes = county.status();
        terminal.say(county.inventory().county().name().en() + ": "
                + county.file().purpose().words());
        terminal.table(processes);
        if (isUp(processes, "ledger")) {
            county.height().ifPresent(blocks -> terminal.say("  blocks on the ledger: " + blocks));
        }
        boolean well = processes.stream().allMatch(process -> process.state() == State.UP);
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static boolean isUp(List<ProcessStatus> processes, String name) {
        return processes.stream().anyMatch(process -> process.name().equals(name) && process.state() == State.UP);
    }
}
