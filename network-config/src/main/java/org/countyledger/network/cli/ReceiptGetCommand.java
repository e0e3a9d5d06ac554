package org.countyledger.network.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.network.CountyException;
import org.countyledger.network.api.ReceiptApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a gateway for a receipt that can be checked offline. */
@Command(
        name = "get",
        description = {
            "Asks the gateway for the receipt of a transaction and writes it to a file. Three organisations sign it then"
                    + " and there; it stays checkable when none of them answers any more.",
            "A receipt holds the transaction itself: who is given it can read the kind of the matter, its state and the"
                    + " offices that acted, though no name and no content."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/county receipt get 3f1c… --out application.receipt",
            "  scripts/county receipt get 3f1c… --out application.json --json --gateway http://127.0.0.1:8080"
        })
final class ReceiptGetCommand implements Callable<Integer> {
    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DirectoryOption directory = new DirectoryOption();

    @Parameters(paramLabel = "TXID", description = "The transaction id on the receipt, 64 hexadecimal digits.")
    private String txId = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Write the JSON form, not the binary one.")
    private boolean json;

    @Option(names = "--gateway", paramLabel = "URL", description = "Another gateway than the county's own.")
    private Optional<URI> gateway = Optional.empty();

    @Override
    public Integer call() {
        if (!TRANSACTION.matcher(txId).matches()) {
            throw new CountyException("A transaction id has 64 hexadecimal digits");
        }
        ReceiptApi api =
                new ReceiptApi(gateway.orElseGet(() -> directory.county().gateway()));
        byte[] receipt = json ? api.json(txId) : api.binary(txId);
        try {
            Files.write(out, receipt);
        } catch (IOException e) {
            throw new CountyException(out + " cannot be written: " + e.getMessage(), e);
        }
        new Terminal(spec.commandLine().getOut())
                .say(out + ": " + receipt.length + " bytes, signed by " + ReceiptProof.ATTESTATIONS
                        + " organisations; scripts/county receipt verify " + out);
        return ExitCode.OK;
    }
}
