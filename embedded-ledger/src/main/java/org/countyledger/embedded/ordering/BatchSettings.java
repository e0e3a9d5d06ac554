package org.countyledger.embedded.ordering;

import java.time.Duration;

/** When a block is cut; sizes count payload and signature of each envelope. */
public record BatchSettings(int maxMessages, long preferredMaxBytes, long absoluteMaxBytes, Duration timeout) {
    public static final BatchSettings DEFAULT = new BatchSettings(50, 512 << 10, 10L << 20, Duration.ofMillis(10));

    public BatchSettings {
        if (maxMessages < 1 || preferredMaxBytes < 1 || absoluteMaxBytes < preferredMaxBytes || !timeout.isPositive()) {
            throw new IllegalArgumentException("Impossible batch settings: maxMessages " + maxMessages
                    + ", preferredMaxBytes " + preferredMaxBytes + ", absoluteMaxBytes " + absoluteMaxBytes
                    + ", timeout " + timeout);
        }
    }
}
