package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.receipt.Verdict;
import org.countyledger.network.CountyException;
import org.countyledger.network.receipt.GenesisFile;
import org.countyledger.network.receipt.ReceiptReader;
import org.countyledger.network.receipt.ReceiptText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a receipt offline. */
@Command(
        name = "verify",
        description = {
            "Checks a receipt, in its binary form or as JSON, by the genesis block alone: no network, no running county.",
            "Without --genesis the first block of the county's own ledger is taken; who does not trust this county brings"
                    + " a copy of the genesis block from elsewhere.",
            "Exit code 0 only when every check holds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county receipt verify application.receipt --genesis genesis.block",
            "  scripts/county receipt verify application.receipt"
        })
final class ReceiptVerifyCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 16 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--genesis", paramLabel = "FILE", description = "The channel's genesis block.")
    private Optional<Path> genesis = Optional.empty();

    @Parameters(paramLabel = "FILE", description = "The receipt.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        ChannelConfig trusted =
                genesis.map(GenesisFile::read).orElseGet(() -> GenesisFile.ofBlocks(OwnBlocks.of(directory)));
        Verdict verdict = new ReceiptReader(trusted).read(content());
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        ReceiptText.lines(verdict).forEach(terminal::say);
        return switch (verdict) {
            case Verdict.Verified verified -> ExitCode.OK;
            case Verdict.Refused refused -> ExitCode.SOFTWARE;
        };
    }

    private byte[] content() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CountyException(file + " is too large to be a receipt");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CountyException("There is no receipt " + file + ": " + e.getMessage(), e);
        }
    }
}
