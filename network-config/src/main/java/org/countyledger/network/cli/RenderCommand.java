package org.countyledger.network.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.network.directory.NodeRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands one organisation the part that it runs itself. */
@Command(
        name = "render",
        description = {
            "Writes what one organisation needs on its own host: its own keys, the others' certificates, block 0 and all"
                    + " settings; nothing of another's secrets.",
            "Bring the directory to the same path there; scripts/county up --dir starts that organisation's part.",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county render --dir .county/fabric --organization AuditMSP --target native --out /srv/county",
            "  scripts/county render --dir .county/fabric --organization AuditMSP --target compose --out /srv/county"
        })
final class RenderCommand implements Callable<Integer> {
    /** What runs the nodes on the organisation's host. */
    enum Target {
        NATIVE(NodeRuntime.NATIVE),
        COMPOSE(NodeRuntime.CONTAINERS);

        private final NodeRuntime runtime;

        Target(NodeRuntime runtime) {
            this.runtime = runtime;
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--organization", required = true, paramLabel = "MSP", description = "Whose part.")
    private String organization = "";

    @Option(
            names = "--target",
            paramLabel = "native|compose",
            description = "Fabric's own programs, or containers by docker or podman compose (default: native).")
    private Target target = Target.NATIVE;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new directory.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        directory.county().share(organization, target.runtime, out);
        new Terminal(spec.commandLine().getOut())
                .say("The part of " + organization + " is in "
                        + out.toAbsolutePath().normalize()
                        + ": bring it to the same path on its host and run scripts/county up --dir there.");
        return ExitCode.OK;
    }
}
