package org.countyledger.network.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.countyledger.ledger.block.BlockHashes;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.network.CountyException;
import org.countyledger.network.receipt.GenesisFile;
import org.hyperledger.fabric.protos.common.Block;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the genesis block to a file. */
@Command(
        name = "genesis",
        description = {
            "Writes the channel's genesis block, which names the organisations and their certificate authorities. It is"
                    + " all that is needed to check receipts.",
            "Whoever checks receipts gets it once, from somebody he trusts, and compares the hash that is printed with one"
                    + " that is published elsewhere."
        },
        footerHeading = "%nExamples:%n",
        footer = "  scripts/county ledger genesis --out genesis.block")
final class LedgerGenesisCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Block genesis = GenesisFile.first(OwnBlocks.of(directory));
        try {
            Files.write(out, genesis.toByteArray());
        } catch (IOException e) {
            throw new CountyException(out + " cannot be written: " + e.getMessage(), e);
        }
        new Terminal(spec.commandLine().getOut())
                .say("Header hash " + Sha256.hex(BlockHashes.headerHash(genesis.getHeader())));
        return ExitCode.OK;
    }
}
