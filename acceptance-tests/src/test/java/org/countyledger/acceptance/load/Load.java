package org.countyledger.acceptance.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.countyledger.acceptance.testing.County;
import org.countyledger.acceptance.testing.Eventually;
import org.countyledger.acceptance.testing.Offices;

/** A closed loop: so many clients, each with one command at a time on its way. */
public final class Load {
    /** Commands of one application, from the resident to the town's opinion. */
    public static final int COMMANDS_OF_A_WALK = 8;

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final County county;
    private final int clients;
    private final int walks;
    private final Model model = new Model();

    /** A load in which each of so many clients takes so many applications through. */
    public Load(County county, int clients, int walks) {
        this.county = county;
        this.clients = clients;
        this.walks = walks;
        Offices offices = new Offices(county);
        List.of(offices.clerk(), offices.surveyor(), offices.secondSurveyor(), offices.lead());
    }

    /** Commands that were answered as committed so far. */
    public int promised() {
        return model.count();
    }

    /** Runs it all; once so many commands were promised, the disturbance is let loose. */
    public Model run(int disturbedAfter, Runnable disturbance) {
        Instant end = Instant.now().plus(LIMIT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> all = IntStream.range(0, clients)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> walk(end), threads))
                    .toList();
            CompletableFuture<Void> any = CompletableFuture.anyOf(all.toArray(CompletableFuture[]::new))
                    .thenAccept(unused -> {});
            Eventually.eventually(
                    LIMIT, model::count, count -> count >= disturbedAfter || any.isCompletedExceptionally());
            disturbance.run();
            all.forEach(CompletableFuture::join);
        }
        return model;
    }

    private void walk(Instant end) {
        Client client = new Client(county, model, end);
        IntStream.range(0, walks).forEach(n -> client.walk());
    }
}
