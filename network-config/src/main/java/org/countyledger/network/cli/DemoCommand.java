package org.countyledger.network.cli;

import java.util.concurrent.Callable;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.demo.Demonstration;
import org.countyledger.network.demo.Narrator;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.CountySetup;
import org.countyledger.network.embedded.RunningCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Shows a county at work. */
@Command(
        name = "demo",
        description = {
            "Makes a demonstration county, where a second stands for a day, and shows it at work:",
            "real air readings, welfare applications and grievances, each step a transaction.",
            "It leaves the county running."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county demo", "  scripts/county down --dir .county/demo --purge"})
final class DemoCommand implements Callable<Integer> {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CountySetup setup;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StartOptions options = new StartOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Invents other households (default: 1).")
    private long seed = 1;

    DemoCommand(CountySetup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        RunningCounty county = options.start(Purpose.DEMO, setup, terminal);
        Narrator narrator = new Narrator(spec.commandLine().getOut());
        Written application = new Demonstration(county, narrator, seed).tell();
        lookUp(terminal, county, application);
        return ExitCode.OK;
    }

    /** What the resident of the first application sees, by its transaction id alone. */
    private static void lookUp(Terminal terminal, RunningCounty county, Written application) {
        terminal.say("");
        terminal.say("A resident looks the first application up by its transaction id:");
        terminal.say("  curl " + county.gateway() + "/v1/receipts/" + application.txId());
        terminal.say(PRETTY.writeValueAsString(
                new GatewayApi(county.gateway(), county.tokens()).receipt(application.txId())));
        terminal.say("");
        terminal.say("The county goes on running in " + county.directory() + "; stop it with");
        terminal.say("  scripts/county down --dir " + county.directory());
    }
}
