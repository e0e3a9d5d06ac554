package org.countyledger.network.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.network.health.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds what is wrong with a county and says what to do. */
@Command(
        name = "doctor",
        description = {
            "Finds what is wrong with a county, whether it runs or not, and says what to do about each.",
            "Exit code 0 only when nothing is found."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county doctor", "  scripts/county doctor --dir .county/fabric"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        List<Finding> findings = directory.county().findings(Instant.now());
        for (Finding finding : findings) {
            terminal.say(finding.code() + "  " + finding.sentence());
            terminal.say("    " + finding.cure());
        }
        terminal.say(findings.isEmpty() ? "Nothing is wrong." : findings.size() + " found.");
        return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
