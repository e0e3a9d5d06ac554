package org.countyledger.client.block;

import java.sql.Connection;
import java.sql.SQLException;

/** Turns one block into rows. */
@FunctionalInterface
public interface BlockConsumer {

    /**
     * Writes rows over the connection, whose transaction also stores the checkpoint. It must not commit, roll back or
     * close; anything it throws rolls the block back, and the block is offered again.
     */
    void accept(BlockSummary block, Connection connection) throws SQLException;
}
