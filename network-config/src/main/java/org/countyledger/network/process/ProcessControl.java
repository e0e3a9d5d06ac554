package org.countyledger.network.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.countyledger.network.CountyException;
import org.countyledger.network.directory.CountyDirectory;

/** Starts, watches and stops the processes of one county. */
public final class ProcessControl {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final CountyDirectory county;
    private final Duration stopLimit;

    public ProcessControl(CountyDirectory county) {
        this(county, STOP_LIMIT);
    }

    /** With another time than usual for an end in order. */
    ProcessControl(CountyDirectory county, Duration stopLimit) {
        this.county = county;
        this.stopLimit = stopLimit;
    }

    public boolean isRunning(ProcessSpec spec) {
        return pidFile(spec).running().isPresent();
    }

    /** Refuses to go on where another program has a port that a process still to be started needs. */
    public void checkPorts(List<? extends Step> steps) {
        for (Step step : steps) {
            if (!(step instanceof ProcessSpec spec) || isRunning(spec)) {
                continue;
            }
            spec.ports().stream().filter(Port::isTaken).findFirst().ifPresent(port -> {
                throw new CountyException("Port " + port + " is taken by another program, but " + spec.title()
                        + " needs it (" + port.setting()
                        + " in the inventory): end that program, or choose other ports with --port-base N");
            });
        }
    }

    /** Starts the process unless it runs, and waits until it answers; the time it took. */
    public Duration start(ProcessSpec spec) {
        long began = System.nanoTime();
        Optional<ProcessHandle> running = pidFile(spec).running();
        if (running.isPresent()) {
            await(spec, running.get(), Optional.empty());
        } else {
            launch(spec);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void launch(ProcessSpec spec) {
        Path file = logFile(spec);
        List<String> command = spec.program().command(county.run().resolve(spec.name() + ".args"));
        try {
            LogFile log = new LogFile(file);
            ProcessHandle process = Detached.start(command, county.root(), file).toHandle();
            pidFile(spec).write(process);
            await(spec, process, Optional.of(log));
        } catch (IOException e) {
            throw new CountyException(spec.title() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void await(ProcessSpec spec, ProcessHandle process, Optional<LogFile> log) {
        Instant limit = Instant.now().plus(START_LIMIT);
        Optional<String> trouble = spec.probe().trouble();
        while (trouble.isPresent()) {
            if (!process.isAlive()) {
                throw new CountyException(spec.title() + " ended before it answered; " + logFile(spec) + " says:"
                        + log.map(LogFile::tail).orElse(""));
            }
            if (Instant.now().isAfter(limit)) {
                throw new CountyException(spec.title() + " runs but does not answer after " + START_LIMIT.toSeconds()
                        + " s (" + trouble.get() + "); see " + logFile(spec));
            }
            pause();
            trouble = spec.probe().trouble();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted while a process was starting", e);
        }
    }

    /** Stops the process in order, and by force after a while; false where it did not run. */
    public boolean stop(ProcessSpec spec) {
        PidFile file = pidFile(spec);
        Optional<ProcessHandle> running = file.running();
        running.ifPresent(process -> {
            if (spec.stopCommand().isEmpty() || !run(spec.stopCommand())) {
                process.destroy();
            }
            if (!ends(process, stopLimit)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                ends(process, KILL_LIMIT);
            }
        });
        file.delete();
        return running.isPresent();
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ends(ProcessHandle process, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (process.isAlive() && Instant.now().isBefore(end)) {
            pause();
        }
        return !process.isAlive();
    }

    public ProcessStatus status(ProcessSpec spec) {
        PidFile file = pidFile(spec);
        Optional<ProcessHandle> running = file.running();
        if (running.isEmpty()) {
            return ProcessStatus.down(spec, file.exists());
        }
        ProcessHandle process = running.get();
        Optional<String> trouble = spec.probe().trouble();
        Instant now = Instant.now();
        return new ProcessStatus(
                spec.name(),
                trouble.isEmpty() ? ProcessStatus.State.UP : ProcessStatus.State.UNWELL,
                OptionalLong.of(process.pid()),
                spec.ports(),
                Memory.of(process),
                Duration.between(process.info().startInstant().orElse(now), now),
                trouble);
    }

    private PidFile pidFile(ProcessSpec spec) {
        return new PidFile(county.run().resolve(spec.name() + ".pid"));
    }

    private Path logFile(ProcessSpec spec) {
        return county.log().resolve(spec.name() + ".log");
    }
}
