package org.countyledger.embedded.blockfile;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks of a ledger that ends with its process. */
public final class MemoryBlockLog implements BlockLog {
    private static final int BLOCKS_PER_PART = 1024;
    private final List<Block[]> parts = new CopyOnWriteArrayList<>();
    private volatile int size;

    @Override
    public synchronized BlockLocation append(Block block) {
        int place = size % BLOCKS_PER_PART;
        if (place == 0) {
            parts.add(new Block[BLOCKS_PER_PART]);
        }
        parts.getLast()[place] = block;
        size++;
        return new BlockLocation(parts.size() - 1, place, block.getSerializedSize());
    }

    @Override
    public Block read(BlockLocation location) {
        if ((long) location.file() * BLOCKS_PER_PART + location.offset() >= size) {
            throw new IllegalArgumentException("No block at " + location);
        }
        return parts.get(location.file())[(int) location.offset()];
    }

    @Override
    public void close() {
        // Nothing outlives the process.
    }
}
