package org.countyledger.gateway.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.countyledger.gateway.stream.StreamPosition;

/**
 * A department's wish to be told.
 *
 * @param topics collections
 * @param progress how far the telling got
 */
record Webhook(
        UUID id,
        Owner owner,
        URI url,
        List<String> topics,
        Optional<String> town,
        Progress progress,
        Instant createdAt) {
    Webhook {
        topics = List.copyOf(topics);
    }

    /** The department that is told. */
    record Owner(String mspId, String department) {}

    /** Whether deliveries go on. */
    enum State {
        ACTIVE,
        SUSPENDED
    }

    /**
     * How far it got.
     *
     * @param position of the last event that was taken
     * @param failures in a row
     * @param trouble why the last try failed
     */
    record Progress(State state, StreamPosition position, int failures, Optional<String> trouble) {
        static Progress begin(StreamPosition position) {
            return new Progress(State.ACTIVE, position, 0, Optional.empty());
        }

        Progress taken(StreamPosition newPosition) {
            return begin(newPosition);
        }

        Progress failed(String sentence, int failureLimit) {
            int now = failures + 1;
            return new Progress(
                    now >= failureLimit ? State.SUSPENDED : State.ACTIVE, position, now, Optional.of(sentence));
        }
    }

    Webhook with(Progress newProgress) {
        return new Webhook(id, owner, url, topics, town, newProgress, createdAt);
    }
}
