package org.countyledger.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Holds one organisation's view back, lets it catch up, and holds it back again, until closed. */
final class LaggingPeer implements AutoCloseable {
    /** Then a peer that is merely slow has caught up, although no further block came. */
    private static final Duration LONGEST = Duration.ofMillis(700);

    private static final long LOOK_MILLIS = 5;

    private final OrganizationView view;
    private final int blocks;
    private final Thread thread;

    private LaggingPeer(OrganizationView view, int blocks) {
        this.view = view;
        this.blocks = blocks;
        this.thread = Thread.ofVirtual().name("lag").unstarted(this::lag);
    }

    static LaggingPeer start(OrganizationView view, int blocks) {
        LaggingPeer peer = new LaggingPeer(view, blocks);
        peer.thread.start();
        return peer;
    }

    private void lag() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                view.freeze();
                awaitLag();
                view.thaw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            view.thaw();
        }
    }

    private void awaitLag() throws InterruptedException {
        long frozenAt = view.follower().progress().height();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (view.chain().height() < frozenAt + blocks && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
