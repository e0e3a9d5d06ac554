package org.countyledger.network.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts processes and does chores side by side, each as soon as what it builds on is there. */
public final class Startup {
    /** Told when a process answers or a chore is done, before anything begins that waits for it. */
    @FunctionalInterface
    public interface Listener {
        void done(Step step, Duration took);
    }

    private final ProcessControl control;
    private final Listener listener;

    public Startup(ProcessControl control, Listener listener) {
        this.control = control;
        this.listener = listener;
    }

    /**
     * Starts all that do not run.
     *
     * @param steps each after those that it builds on; what it builds on and is not among them is taken to be there
     * @throws org.countyledger.network.CountyException for the first that does not come up; the others go on
     */
    public void start(List<? extends Step> steps) {
        Map<String, CompletableFuture<Void>> answering = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Step step : steps) {
                CompletableFuture<Void> prerequisites = all(answering.entrySet().stream()
                        .filter(entry -> step.after().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
                answering.put(step.name(), prerequisites.thenRunAsync(() -> listener.done(step, run(step)), threads));
            }
            all(List.copyOf(answering.values())).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Duration run(Step step) {
        return switch (step) {
            case ProcessSpec process -> control.start(process);
            case Chore chore -> run(chore);
        };
    }

    private static Duration run(Chore chore) {
        long began = System.nanoTime();
        chore.work().run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }
}
