package org.countyledger.network.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.countyledger.network.embedded.RunningCounty;
import org.countyledger.network.process.Chore;
import org.countyledger.network.process.ProcessSpec;
import org.countyledger.network.process.ProcessStatus;
import org.countyledger.network.process.Step;

/** What people read: plain lines, the same on a terminal and in a file. */
final class Terminal {
    private static final String ROW = "  %-26s %-8s %8s %7s %10s  %s";
    private static final long MEBIBYTE = 1 << 20;

    private final PrintWriter out;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    void say(String sentence) {
        out.println(sentence);
        out.flush();
    }

    /** One line for each process that answers and each chore that is done. */
    void done(Step step, Duration took) {
        String sentence = switch (step) {
            case ProcessSpec process -> process.title() + " answers";
            case Chore chore -> chore.title();
        };
        say("  " + sentence + " after " + seconds(took));
    }

    void up(RunningCounty county, Duration took) {
        say("Up in " + seconds(took) + ": " + county.inventory().county().name().en() + " ("
                + county.inventory().county().name().zh() + "), "
                + county.purpose().words() + ", in "
                + county.directory());
        say("Gateway: " + county.gateway());
        table(county.processes());
    }

    void table(List<ProcessStatus> processes) {
        say(ROW.formatted("PROCESS", "STATE", "PID", "MEMORY", "UPTIME", "PORTS"));
        for (ProcessStatus process : processes) {
            say(row(process));
            process.trouble().ifPresent(trouble -> say("    does not answer: " + trouble));
        }
        long total = processes.stream()
                .mapToLong(process -> process.memoryBytes().orElse(0))
                .sum();
        say("  resident memory together: " + total / MEBIBYTE + " MiB");
    }

    private static String row(ProcessStatus process) {
        String ports = process.ports().stream()
                .map(port -> Integer.toString(port.number()))
                .collect(Collectors.joining(" "));
        return ROW.formatted(
                process.name(),
                process.state().name().toLowerCase(Locale.ROOT),
                text(process.pid()),
                memory(process.memoryBytes()),
                process.pid().isPresent() ? uptime(process.uptime()) : "",
                ports);
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static String memory(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / MEBIBYTE + " MiB" : "";
    }

    static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }

    private static String uptime(Duration uptime) {
        if (uptime.toHours() > 0) {
            return "%d h %02d min".formatted(uptime.toHours(), uptime.toMinutesPart());
        }
        return uptime.toMinutes() > 0 ? uptime.toMinutes() + " min" : uptime.toSeconds() + " s";
    }
}
