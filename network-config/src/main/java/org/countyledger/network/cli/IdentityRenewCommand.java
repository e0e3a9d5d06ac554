package org.countyledger.network.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.countyledger.network.authority.Renewal;
import org.countyledger.network.embedded.LocalCounty;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Issues certificates again before they end. */
@Command(
        name = "renew",
        description = {
            "Issues certificates again: those that end soon, or those of the names given.",
            "Programs read them when they start: scripts/county down and up. An orderer keeps its key, which stands in the"
                    + " channel's configuration."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county identity renew",
            "  scripts/county identity renew --new-key peer.AuditMSP AuditMSP.SYSTEM_TIMER"
        })
final class IdentityRenewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--new-key", description = "On a new key instead of the one that it has.")
    private boolean isNewKey;

    @Option(
            names = "--within-days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Without names: what ends in so many days (default: ${DEFAULT-VALUE}).")
    private int withinDays;

    @Parameters(paramLabel = "NAME", description = "Common names: peer.AuditMSP, AuditMSP.SYSTEM_TIMER.")
    private Set<String> names = Set.of();

    @Override
    public Integer call() {
        LocalCounty county = directory.county();
        Renewal renewal = county.renewal(Instant.now());
        Renewal.Key key = isNewKey ? Renewal.Key.NEW : Renewal.Key.SAME;
        List<Path> renewed =
                names.isEmpty() ? renewal.endingWithin(Duration.ofDays(withinDays), key) : renewal.of(names, key);
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        renewed.forEach(file -> terminal.say("  " + county.directory().root().relativize(file)));
        terminal.say(
                renewed.isEmpty()
                        ? "Nothing ends within " + withinDays + " days."
                        : renewed.size()
                                + " renewed: they count when the county starts again (scripts/county down, up).");
        return ExitCode.OK;
    }
}
