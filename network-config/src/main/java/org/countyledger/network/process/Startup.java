package org.countyledger.network.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts processes side by side, each as soon as those it builds on answer. */
public final class Startup {
    /** Told when a process answers, before any that waits for it is started. */
    @FunctionalInterface
    public interface Listener {
        void answers(ProcessSpec spec, Duration took);
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
     * @param specs each after those that it builds on; what it builds on and is not among them is taken to be there
     * @throws org.countyledger.network.CountyException for the first that does not come up; the others go on
     */
    public void start(List<ProcessSpec> specs) {
        Map<String, CompletableFuture<Void>> answering = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ProcessSpec spec : specs) {
                CompletableFuture<Void> prerequisites = all(answering.entrySet().stream()
                        .filter(entry -> spec.after().contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
                answering.put(
                        spec.name(),
                        prerequisites.thenRunAsync(() -> listener.answers(spec, control.start(spec)), threads));
            }
            all(List.copyOf(answering.values())).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }
}
