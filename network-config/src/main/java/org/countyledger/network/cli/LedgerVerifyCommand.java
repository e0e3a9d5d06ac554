package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.ledger.ReplayReport;
import org.countyledger.network.CountyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replays a chain and compares every outcome with what was recorded. */
@Command(
        name = "verify",
        description = {
            "Replays a block file by Fabric's rules: every hash, signature, policy and read is checked again, and the"
                    + " outcome compared with the recorded one.",
            "The file is one of this county's ledger or of any Fabric peer, plain or compressed by gzip. Who does not"
                    + " trust the file compares the last header hash with a copy from elsewhere.",
            "Exit code 0 only when everything agrees."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county ledger verify", "  scripts/county ledger verify blocks.gz"})
final class LedgerVerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A block file (default: the county's own).")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        Path blocks = file.orElseGet(() -> OwnBlocks.of(directory));
        ReplayReport report = replay(blocks);
        new ReplayText(new Terminal(spec.commandLine().getOut())).print(report);
        return report.agrees() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static ReplayReport replay(Path blocks) {
        if (!Files.isRegularFile(blocks)) {
            throw new CountyException("There is no block file " + blocks);
        }
        try {
            return ChainReplay.run(blocks, ChainReplay.Progress.NONE);
        } catch (IOException e) {
            throw new CountyException(blocks + " cannot be read: " + e.getMessage(), e);
        }
    }
}
