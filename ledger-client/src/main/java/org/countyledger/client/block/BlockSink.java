package org.countyledger.client.block;

import java.util.Optional;

/** Where a follower's blocks go, and how far it got; both change together or not at all. */
public interface BlockSink {

    /** The last block that was written, if any. */
    Optional<Checkpoint> checkpoint();

    /**
     * Writes what the block means and the new checkpoint in one step.
     *
     * @throws RuntimeException if nothing was written; the block is offered again
     */
    void write(BlockSummary block);
}
