package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.countyledger.domain.record.Header;
import org.countyledger.network.CountyException;
import org.countyledger.network.receipt.GenesisFile;
import org.countyledger.network.receipt.ReceiptReader;
import org.countyledger.network.receipt.RecordPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks an exported record offline. */
@Command(
        name = "verify",
        description = {
            "Checks a record that an auditor exported, by the genesis block alone: no network, no running county.",
            "Its receipt must prove the header, and the header every event. Without --genesis the first block of the"
                    + " county's own ledger is taken.",
            "Exit code 0 only when all of it holds."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  curl -H \"Authorization: Bearer $TOKEN\" …/v1/audit/exports/grievances/ID > record.json",
            "  scripts/county record verify record.json --genesis genesis.block"
        })
final class RecordVerifyCommand implements Callable<Integer> {
    private static final long MOST_BYTES = 64 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--genesis", paramLabel = "FILE", description = "The channel's genesis block.")
    private Optional<Path> genesis = Optional.empty();

    @Parameters(paramLabel = "FILE", description = "The exported record, JSON.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        ReceiptReader receipts = new ReceiptReader(
                genesis.map(GenesisFile::read).orElseGet(() -> GenesisFile.ofBlocks(OwnBlocks.of(directory))));
        RecordPackage.Outcome outcome = new RecordPackage(receipts).check(content());
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        if (outcome.problem().isPresent()) {
            terminal.say("Refused: " + outcome.problem().get());
            terminal.say("This package proves nothing.");
            return ExitCode.SOFTWARE;
        }
        Header header = outcome.header().orElseThrow();
        terminal.say("%s %s was in state %s after %d events; the header and each event are as they were recorded."
                .formatted(
                        header.kind().wireName(),
                        header.id(),
                        header.state(),
                        outcome.events().size()));
        outcome.events()
                .forEach(event -> terminal.say("  %4d  %s  %s by %s"
                        .formatted(
                                event.seq(),
                                event.at(),
                                event.step().rule(),
                                event.doer().org())));
        terminal.say("It does not say what happened to the record later.");
        return ExitCode.OK;
    }

    private byte[] content() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CountyException(file + " is too large to be an exported record");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CountyException("There is no exported record " + file + ": " + e.getMessage(), e);
        }
    }
}
