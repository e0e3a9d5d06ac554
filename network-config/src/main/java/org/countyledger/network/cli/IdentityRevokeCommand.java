package org.countyledger.network.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a certificate's right to sign away. */
@Command(
        name = "revoke",
        description = {
            "Revokes the certificate by which somebody signs, and tells the running channel of it, signed by the"
                    + " administrators of the organisations that are here.",
            "Who may sign again later gets a new one: scripts/county identity renew --new-key NAME."
        },
        footerHeading = "%nExamples:%n",
        footer = "  scripts/county identity revoke --dir .county/fabric AuditMSP.SYSTEM_TIMER")
final class IdentityRevokeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Parameters(paramLabel = "NAME", description = "Common name: AuditMSP.SYSTEM_TIMER, peer.AuditMSP.")
    private String name = "";

    @Override
    public Integer call() {
        directory.county().revoke(name, Instant.now());
        new Terminal(spec.commandLine().getOut())
                .say(name + " is revoked: every peer and orderer refuses it from now on.");
        return ExitCode.OK;
    }
}
