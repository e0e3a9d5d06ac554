package org.countyledger.network.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import org.countyledger.network.api.OracleApi.Progress;
import org.countyledger.network.directory.Purpose;
import org.countyledger.network.embedded.CountySetup;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.replay.PrsaFile;
import org.countyledger.network.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings files of the past to the ledger. */
@Command(
        name = "replay",
        description = {
            "Feeds files of past readings through the oracle, one datastream for each, and waits for their commit.",
            "The county runs under the law's periods and is made if it is not there. What comes from files starts no",
            "clocks. The same file again goes on where it stopped."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  scripts/county replay --format prsa PRSA_Data_Tiantan_20130301-20170228.csv.gz"})
final class ReplayCommand implements Callable<Integer> {
    private static final int TELL_EVERY = 10;

    /** Formats of files. */
    enum Format {
        PRSA;

        PrsaFile read(Path file) {
            return switch (this) {
                case PRSA -> PrsaFile.read(file);
            };
        }
    }

    private final CountySetup setup;
    private int looks;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StartOptions options = new StartOptions();

    @Option(names = "--format", required = true, paramLabel = "prsa", description = "How the files are written.")
    private Format format = Format.PRSA;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Plain or .gz.")
    private List<Path> files = List.of();

    ReplayCommand(CountySetup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        List<PrsaFile> read = files.stream().map(format::read).toList();
        RunningCounty county = options.start(Purpose.LEGAL, setup, terminal);
        long began = System.nanoTime();
        Map<PrsaFile, Progress> ended = new Replay(county).run(read, progress -> tell(terminal, progress));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        ended.forEach((file, progress) -> terminal.say(line(file.station(), progress)));
        terminal.say(total(ended, took));
        return ended.values().stream().allMatch(progress -> progress.state().equals("COMPLETE"))
                ? ExitCode.OK
                : ExitCode.SOFTWARE;
    }

    private void tell(Terminal terminal, Map<PrsaFile, Progress> progress) {
        if (looks++ % TELL_EVERY == 0) {
            terminal.say("  %d readings taken, %d windows on the ledger"
                    .formatted(sum(progress, Progress::readings), sum(progress, Progress::windows)));
        }
    }

    private static String line(String station, Progress progress) {
        String line = "%-16s %d readings, %d missing, %d refused, %d windows, %d transactions, %d exceedances"
                .formatted(
                        station,
                        progress.readings(),
                        progress.missing(),
                        progress.refused(),
                        progress.windows(),
                        progress.transactions(),
                        progress.exceedances());
        return progress.problem().map(problem -> line + ": " + problem).orElse(line);
    }

    private static String total(Map<PrsaFile, Progress> ended, Duration took) {
        long hours = sum(ended, Progress::readings) + sum(ended, Progress::missing);
        return "%d readings (%d hours), %d windows, %d transactions, %d exceedances in %s: %d hours/s"
                .formatted(
                        sum(ended, Progress::readings),
                        hours,
                        sum(ended, Progress::windows),
                        sum(ended, Progress::transactions),
                        sum(ended, Progress::exceedances),
                        Terminal.seconds(took),
                        hours * 1000 / Math.max(1, took.toMillis()));
    }

    private static long sum(Map<PrsaFile, Progress> progress, ToLongFunction<Progress> figure) {
        return progress.values().stream().mapToLong(figure).sum();
    }
}
