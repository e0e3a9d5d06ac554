package org.countyledger.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.countyledger.benchmarks.ClosedLoop.Caller;
import org.countyledger.benchmarks.ClosedLoop.Result;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.postgres.DatabaseFile;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.settings.Database;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Commits per second of our welfare commands, directly and over HTTP, beside those of a chaincode that does one put. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        subcommands = ReceiptBenchmark.class,
        description = {
            "Makes a county of its own and keeps callers busy, in turns: puts, welfare commands by the ledger client,",
            "welfare commands over HTTP. A welfare command stages its private values first, each a commit of its own.",
            "Prints commits/s, calls/s, latencies of calls, processor time by process, and the ratios of commits/s."
        })
public final class BenchmarkMain implements Callable<Integer> {
    private static final long MEBIBYTE = 1 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--in-flight", description = "Callers at once (default: ${DEFAULT-VALUE}).")
    private int inFlight = 64;

    @Option(names = "--seconds", description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds = 30;

    @Option(
            names = "--warm-up-seconds",
            description = "Length of the round that is not counted, for the compilers (default: ${DEFAULT-VALUE}).")
    private int warmUpSeconds = 120;

    @Option(
            names = "--rounds",
            description = "Counted rounds of each, after one that is not (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchmarkMain()).execute(arguments));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (BenchmarkCounty benchmark = BenchmarkCounty.start()) {
            RunningCounty county = benchmark.county();
            out.printf(
                    "county up from nothing, all ready: %.1f s%n",
                    benchmark.made().toMillis() / 1e3);
            memory(out, county.processes());
            benchmark
                    .addPut()
                    .forEach((process, took) ->
                            out.printf("%s started alone: ready in %.1f s%n", process, took.toMillis() / 1e3));
            try (Workloads workloads = new Workloads(county, database(county))) {
                measure(out, benchmark, workloads);
            }
        }
        return 0;
    }

    private static void memory(PrintWriter out, List<ProcessStatus> processes) {
        for (ProcessStatus process : processes) {
            process.memoryBytes()
                    .ifPresent(bytes -> out.printf("  %-26s %5d MiB resident%n", process.name(), bytes / MEBIBYTE));
        }
        out.flush();
    }

    /** One way to reach the ledger, and what its counted rounds gave. */
    private record Way(String name, IntFunction<Caller> callers, List<Double> perSecond) {
        static Way of(String name, IntFunction<Caller> callers) {
            return new Way(name, callers, new ArrayList<>());
        }
    }

    private void measure(PrintWriter out, BenchmarkCounty benchmark, Workloads workloads) {
        Way put = Way.of("one put", n -> workloads.puts());
        Way client = Way.of("welfare, client", n -> workloads.welfareDirectly());
        Way http = Way.of("welfare, HTTP", n -> workloads.welfareOverHttp());
        for (int round = -1; round < rounds; round++) {
            for (Way way : List.of(put, client, http)) {
                Result result = round(out, benchmark, way, round);
                if (round >= 0) {
                    way.perSecond().add(result.perSecond());
                }
            }
        }
        ratio(out, client, put);
        ratio(out, http, client);
    }

    private Result round(PrintWriter out, BenchmarkCounty benchmark, Way way, int round) {
        Map<String, Duration> before = benchmark.processes().processorTime();
        Result result =
                new ClosedLoop(inFlight, Duration.ofSeconds(round < 0 ? warmUpSeconds : seconds)).run(way.callers());
        Map<String, Duration> after = benchmark.processes().processorTime();
        out.printf(
                "%-16s %-8s %6.1f commits/s, %6.1f calls/s: p50 %5.0f ms, p95 %5.0f ms%n",
                way.name(),
                round < 0 ? "warm-up" : "round " + (round + 1),
                result.perSecond(),
                result.perSecond() * result.calls() / Math.max(1, result.done()),
                result.p50Millis(),
                result.p95Millis());
        result.failures().forEach((sentence, times) -> out.printf("    failed %d times: %s%n", times, sentence));
        if (round == rounds - 1) {
            after.forEach((process, time) -> out.printf(
                    "    %-28s %6.2f ms of processor time for each commit%n",
                    process,
                    time.minus(before.getOrDefault(process, Duration.ZERO)).toNanos()
                            / 1e6
                            / Math.max(1, result.done())));
        }
        out.flush();
        return result;
    }

    private static void ratio(PrintWriter out, Way one, Way other) {
        List<Double> ratios = IntStream.range(0, one.perSecond().size())
                .mapToObj(i -> one.perSecond().get(i) / other.perSecond().get(i))
                .sorted()
                .toList();
        out.printf(
                "%s / %s: %.2f (min %.2f, max %.2f)%n",
                one.name(), other.name(), ratios.get(ratios.size() / 2), ratios.getFirst(), ratios.getLast());
        out.flush();
    }

    private static HikariDataSource database(RunningCounty county) {
        Database database = DatabaseFile.read(county.directory())
                .orElseGet(DatabaseFile::own)
                .database(county.inventory().services());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url(Database.GATEWAY));
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
    }
}
