package org.countyledger.network.cli;

import java.util.concurrent.Callable;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.CountySetup;
import org.countyledger.network.embedded.RunningCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a county under the law's periods and starts it. */
@Command(
        name = "up",
        description = {
            "Makes a county under the law's periods, unless it is there, and starts it.",
            "Safe to repeat: what runs is kept, what died is started again, data stay."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county up",
            "  scripts/county up --ledger fabric --dir .county/fabric",
            "  scripts/county up --dir /tmp/second --port-base 18000",
            "  scripts/county up --database-url jdbc:postgresql://county@db.example:5432/"
        })
final class UpCommand implements Callable<Integer> {
    private final CountySetup setup;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StartOptions options = new StartOptions();

    UpCommand(CountySetup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        RunningCounty unused = options.start(Purpose.LEGAL, setup, terminal);
        return ExitCode.OK;
    }
}
