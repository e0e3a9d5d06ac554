package org.countyledger.network.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stops processes side by side, each once none that builds on it is left. */
public final class Shutdown {
    private final ProcessControl control;

    public Shutdown(ProcessControl control) {
        this.control = control;
    }

    /** The names of those that ran. */
    public List<String> stop(List<ProcessSpec> specs) {
        List<ProcessSpec> left = new ArrayList<>(specs);
        List<String> stopped = new ArrayList<>();
        while (!left.isEmpty()) {
            List<ProcessSpec> free = left.stream()
                    .filter(spec ->
                            left.stream().noneMatch(other -> other.after().contains(spec.name())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalArgumentException("processes build on each other in a circle: " + left);
            }
            stopped.addAll(together(free));
            left.removeAll(free);
        }
        return List.copyOf(stopped);
    }

    private List<String> together(List<ProcessSpec> specs) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> ends = specs.stream()
                    .map(spec -> CompletableFuture.supplyAsync(() -> control.stop(spec), threads))
                    .toList();
            List<String> stopped = new ArrayList<>();
            for (int i = 0; i < specs.size(); i++) {
                if (ends.get(i).join()) {
                    stopped.add(specs.get(i).name());
                }
            }
            return stopped;
        }
    }
}
