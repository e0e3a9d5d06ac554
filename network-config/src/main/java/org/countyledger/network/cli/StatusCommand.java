package org.countyledger.network.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.network.embedded.LocalCounty;
import org.countyledger.network.health.Finding;
import org.countyledger.network.health.HealthReport;
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
        LocalCounty county = directory.county();
        List<ProcessStatus> processes = county.status();
        terminal.say(county.inventory().county().name().en() + ": "
                + county.file().purpose().words() + ", on "
                + county.file().kind().words());
        terminal.table(processes);
        List<Finding> findings = new ArrayList<>(tell(terminal, county.certificates(Instant.now())));
        if (county.hasLedger()) {
            findings.addAll(tell(terminal, county.report()));
        }
        boolean well = findings.isEmpty() && processes.stream().allMatch(process -> process.state() == State.UP);
        return well ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static List<Finding> tell(Terminal terminal, HealthReport report) {
        report.lines().forEach(line -> terminal.say("  " + line));
        report.findings().forEach(finding -> terminal.say("Problem: " + finding));
        return report.findings();
    }
}
