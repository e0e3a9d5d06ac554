package org.countyledger.benchmarks;

import java.io.PrintWriter;
import java.security.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.ProviderSignatures;
import org.countyledger.ledger.receipt.Verdict.Verified;
import org.countyledger.network.api.GatewayApi;
import org.countyledger.network.api.ReceiptApi;
import org.countyledger.network.api.Written;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.receipt.GenesisFile;
import org.countyledger.network.receipt.ReceiptReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Receipts checked each second on one core, beside the bare signatures that each of them needs. */
@Command(
        name = "receipts",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a county of its own, has receipts signed, and checks them over and over on one thread,",
            "by each cryptography provider there is. Certificate chains are verified once; signatures always."
        })
final class ReceiptBenchmark implements Callable<Integer> {
    private static final int STEPS = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 3;

    @Option(names = "--rounds", description = "Counted rounds of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<byte[]> receipts;
        ChannelConfig genesis;
        try (BenchmarkCounty benchmark = BenchmarkCounty.start()) {
            RunningCounty county = benchmark.county();
            receipts = receipts(county);
            genesis = GenesisFile.ofBlocks(benchmark.blocks());
        }
        receipts.forEach(receipt -> out.printf("receipt of %d bytes%n", receipt.length));
        for (Provider provider : Providers.all()) {
            measure(out, provider, new Samples(genesis, receipts));
        }
        return 0;
    }

    /** What is checked, and the signatures in it. */
    private record Samples(ChannelConfig genesis, List<byte[]> receipts) {}

    private static List<byte[]> receipts(RunningCounty county) {
        GatewayApi gateway = new GatewayApi(county.gateway(), county.tokens());
        List<Written> written = new ArrayList<>();
        WelfareSteps steps = new WelfareSteps(
                county,
                (draft, signer) -> kept(written, signer.over(gateway).submit(draft)),
                subject -> draft -> kept(written, gateway.officer(subject).submit(draft)));
        for (int i = 0; i < STEPS; i++) {
            steps.call();
        }
        ReceiptApi api = new ReceiptApi(county.gateway());
        return written.stream()
                .filter(step -> step.kind() != org.countyledger.domain.record.Kind.CONFLICT_DECLARATION)
                .map(step -> api.binary(step.txId()))
                .toList();
    }

    private static Written kept(List<Written> all, Written one) {
        all.add(one);
        return one;
    }

    private void measure(PrintWriter out, Provider provider, Samples samples) {
        BareSignatures bare = new BareSignatures(provider);
        ReceiptReader recording = new ReceiptReader(samples.genesis(), bare);
        samples.receipts().forEach(receipt -> require(recording, receipt));
        double needed = (double) bare.count() / samples.receipts().size();
        ReceiptReader reader = new ReceiptReader(samples.genesis(), new ProviderSignatures(provider));
        Rates checked = new Rates();
        Rates verified = new Rates();
        Duration length = Duration.ofSeconds(seconds);
        for (int round = -1; round < rounds; round++) {
            checked.add(round, length, n -> require(reader, at(samples.receipts(), n)));
            verified.add(round, length, bare::verify);
        }
        out.printf(
                "%-26s %s receipts/s on one thread; %.2f signatures in each; %s bare verifications/s; ratio %.2f%n",
                provider.getName() + " " + provider.getVersionStr(),
                checked,
                needed,
                verified,
                checked.median() * needed / verified.median());
        out.flush();
    }

    private static byte[] at(List<byte[]> receipts, int n) {
        return receipts.get(Math.floorMod(n, receipts.size()));
    }

    private static void require(ReceiptReader reader, byte[] receipt) {
        if (!(reader.read(receipt) instanceof Verified)) {
            throw new IllegalStateException("a good receipt was refused: " + reader.read(receipt));
        }
    }
}
