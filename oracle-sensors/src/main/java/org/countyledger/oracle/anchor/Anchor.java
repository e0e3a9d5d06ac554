package org.countyledger.oracle.anchor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.countyledger.client.IdentityException;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.StoreException;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.sensing.DatastreamState;
import org.countyledger.oracle.anchor.Delivery.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Brings the windows of one datastream to the ledger, one batch after the other, on a virtual thread of its own. Everything
 * that must survive is in the database before it is sent, so it may be stopped anywhere.
 */
final class Anchor implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Anchor.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration REJECTED = Duration.ofSeconds(30);

    private final String datastream;
    private final Anchors.Parts parts;
    private final Semaphore wake = new Semaphore(0);
    private volatile Optional<Standing> standing = Optional.empty();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean stopped;

    Anchor(String datastream, Anchors.Parts parts) {
        this.datastream = datastream;
        this.parts = parts;
    }

    void wake() {
        wake.release();
    }

    void stop() {
        stopped = true;
        wake.release();
    }

    /** The datastream as of its last batch; empty before the first look. */
    Optional<Header> header() {
        return standing.map(Standing::header);
    }

    /** What kept the last batch from the ledger; empty when nothing does. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                Duration pause = turn();
                wake.drainPermits();
                if (!pause.isZero() && !stopped) {
                    boolean unused = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration turn() {
        try {
            return work();
        } catch (LedgerException
                | StoreException
                | IdentityException
                | DataAccessException
                | TransactionException
                | IllegalStateException e) {
            return troubled(String.valueOf(e.getMessage()), AGAIN);
        } catch (RuntimeException e) {
            LOG.error("Datastream {} met something unexpected", datastream, e);
            return troubled("Something unexpected; see the oracle's log.", REJECTED);
        }
    }

    private Duration work() {
        Optional<Prepared> left = parts.batches().prepared(datastream);
        if (left.isPresent()) {
            standing = Optional.empty();
            return deliver(left.get(), Optional.empty());
        }
        Standing now = standing.orElseGet(this::load);
        Optional<Order> file = parts.files().next(now);
        LiveFeed.Look live = file.isPresent()
                ? new LiveFeed.Look(file, Duration.ZERO)
                : parts.live().look(now);
        if (live.order().isEmpty()) {
            trouble = Optional.empty();
            return live.again();
        }
        Preparation.Ready ready = parts.preparation().prepare(now, live.order().get());
        return deliver(ready.prepared(), Optional.of(now.at(ready.after())));
    }

    private Standing load() {
        Header header = parts.registry()
                .datastreamNow(datastream)
                .filter(found -> found.state().equals(DatastreamState.OPEN.name()))
                .orElseThrow(() -> new IllegalStateException("The datastream is not open on the ledger."));
        Standing loaded = new Standing(header, parts.registry().policy(header));
        standing = Optional.of(loaded);
        return loaded;
    }

    /** @param after where the datastream stands once the batch is committed; empty: ask the ledger */
    private Duration deliver(Prepared prepared, Optional<Standing> after) {
        Outcome outcome = parts.delivery().deliver(datastream, prepared);
        return switch (outcome) {
            case Outcome.Committed committed -> {
                standing = after;
                trouble = Optional.empty();
                parts.metrics().committed(committed.span());
                yield Duration.ZERO;
            }
            case Outcome.Outdated outdated -> troubled(outdated.sentence(), AGAIN);
            case Outcome.Unsettled unsettled -> troubled(unsettled.sentence(), AGAIN);
            case Outcome.Rejected rejected -> {
                prepared.backfill().ifPresent(sha256 -> parts.files().failed(sha256, rejected.sentence()));
                yield troubled(rejected.sentence(), REJECTED);
            }
        };
    }

    private Duration troubled(String sentence, Duration pause) {
        standing = Optional.empty();
        if (!stopped && !trouble.equals(Optional.of(sentence))) {
            LOG.warn("Datastream {}: {}", datastream, sentence);
        }
        trouble = Optional.of(sentence);
        return pause;
    }
}
