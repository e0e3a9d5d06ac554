package org.countyledger.embedded.blockfile;

import org.hyperledger.fabric.protos.common.Block;

/** An ordered log of blocks; {@link #append} returns when the block is as durable as the log can make it. */
public sealed interface BlockLog extends AutoCloseable permits FileBlockLog, MemoryBlockLog {
    BlockLocation append(Block block);

    Block read(BlockLocation location);

    @Override
    void close();
}
