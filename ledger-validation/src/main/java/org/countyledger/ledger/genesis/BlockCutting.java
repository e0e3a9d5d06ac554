package org.countyledger.ledger.genesis;

import java.time.Duration;

/** When ordering nodes cut a block. SmartBFT looks at the first two only: its own interval takes the timeout's place. */
public record BlockCutting(int maxMessages, int absoluteMaxBytes, int preferredMaxBytes, Duration timeout) {
    public BlockCutting {
        if (maxMessages < 1 || preferredMaxBytes < 1 || absoluteMaxBytes < preferredMaxBytes || !timeout.isPositive()) {
            throw new IllegalArgumentException("Blocks cannot be cut by maxMessages " + maxMessages
                    + ", absoluteMaxBytes " + absoluteMaxBytes + ", preferredMaxBytes " + preferredMaxBytes
                    + ", timeout " + timeout);
        }
    }
}
