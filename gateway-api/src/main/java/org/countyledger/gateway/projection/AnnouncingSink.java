package org.countyledger.gateway.projection;

import java.util.Optional;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;

/** Tells the position what the sink has written down. */
final class AnnouncingSink implements BlockSink {
    private final BlockSink sink;
    private final Position position;

    AnnouncingSink(BlockSink sink, Position position) {
        this.sink = sink;
        this.position = position;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        Optional<Checkpoint> last = sink.checkpoint();
        position.reached(last.map(Checkpoint::block).orElse(Position.NOTHING));
        return last;
    }

    @Override
    public void write(BlockSummary block) {
        sink.write(block);
        position.reached(block.number());
    }
}
