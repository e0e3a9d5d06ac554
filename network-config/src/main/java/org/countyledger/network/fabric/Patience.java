package org.countyledger.network.fabric;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.countyledger.network.CountyException;

/** Tries again what nodes that have just started may refuse, for a limited time. */
final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Other organisations start their hosts when their people come to it. */
    private static final Duration LIMIT_FOR_OTHERS = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration limit;

    private Patience(Duration limit) {
        this.limit = limit;
    }

    /** With nodes that are all started by the same command. */
    static Patience own() {
        return new Patience(LIMIT);
    }

    /** Where something is up to other organisations, too. */
    static Patience forOthers() {
        return new Patience(LIMIT_FOR_OTHERS);
    }

    /** One try; whether it is done. */
    @FunctionalInterface
    interface Try {
        /** Whether it is done; if not, it is tried again. */
        boolean isDone() throws IOException, PeerRefusedException;
    }

    /** @throws CountyException with what was said last, if it is not done in time */
    void until(String goal, Try attempt) {
        Instant end = Instant.now().plus(limit);
        String trouble = "no reason was given";
        while (Instant.now().isBefore(end)) {
            try {
                if (attempt.isDone()) {
                    return;
                }
            } catch (IOException | PeerRefusedException e) {
                trouble = e.getClass().getSimpleName() + ": " + e.getMessage();
            }
            pause();
        }
        throw new CountyException(goal + ": not done after " + limit.toSeconds() + " s; last heard: " + trouble);
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CountyException("Interrupted while a network was starting", e);
        }
    }

    /** Does the same with all, side by side. */
    static <T> void withEach(List<T> all, Consumer<T> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
