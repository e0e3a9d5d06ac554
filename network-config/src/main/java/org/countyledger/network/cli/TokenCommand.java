package org.countyledger.network.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.client.IdentityEntry;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a bearer token for an officer. */
@Command(
        name = "token",
        description = {
            "Prints a bearer token for one officer in one role.",
            "What the officer may do stands in the certificate that the token leads to, not in the token."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county token --department civil-affairs --role TOWN_CLERK --officer CA1001",
            "  curl -H \"Authorization: Bearer $(scripts/county token --department audit --role DPO)\" …"
        })
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--department", required = true, paramLabel = "ID", description = "E.g. civil-affairs.")
    private String department = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "E.g. TOWN_CLERK.")
    private String role = "";

    @Option(names = "--officer", paramLabel = "STAFF", description = "Staff number, where several hold the role.")
    private Optional<String> officer = Optional.empty();

    @Option(names = "--hours", paramLabel = "N", description = "How long it is valid (default: 8).")
    private int hours = Math.toIntExact(Tokens.VALIDITY.toHours());

    @Override
    public Integer call() {
        if (hours < 1) {
            throw new ParameterException(spec.commandLine(), "--hours must be at least 1 but is " + hours);
        }
        Tokens tokens = Tokens.of(directory.of(Purpose.LEGAL));
        IdentityEntry identity = tokens.find(department, role, officer);
        String token = tokens.mint(identity.subject(), Duration.ofHours(hours));
        new Terminal(spec.commandLine().getOut()).say(token);
        return ExitCode.OK;
    }
}
