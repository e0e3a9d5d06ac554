package org.countyledger.client;

import java.util.Optional;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.BlockSink;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.client.block.Checkpoint;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Reads all blocks, one after the other, from one peer at a time, into a sink that stores how far it got together with
 * what it wrote. A block that cannot be written is offered again; a chain that is not the one of the checkpoint is
 * refused.
 */
public final class BlockFollower implements AutoCloseable {
    private final LedgerSettings settings;
    private final Connections connections;
    private final ClientIdentity reader;
    private final BlockSink sink;
    private final BlockDecoder decoder;
    private final StreamLoop<Block> loop;
    private volatile Optional<Checkpoint> last = Optional.empty();

    BlockFollower(
            String name, LedgerSettings settings, Connections connections, ClientIdentity reader, BlockSink sink) {
        this.settings = settings;
        this.connections = connections;
        this.reader = reader;
        this.sink = sink;
        this.decoder = new BlockDecoder(settings.chaincode());
        this.loop = new StreamLoop<>(
                "block follower " + name, connections, settings.retries().stalePause(), new StreamLoop.Reader<>() {
                    @Override
                    public CloseableIterator<Block> open(Peer peer) {
                        return openAt(peer);
                    }

                    @Override
                    public void accept(Block block) {
                        write(decoder.block(block));
                    }
                });
    }

    void start() {
        loop.start();
    }

    /** The last block that is written down, empty before the first. */
    public Optional<Checkpoint> checkpoint() {
        return last;
    }

    /** Why nothing is read at the moment, for health pages. */
    public Optional<String> trouble() {
        return loop.trouble();
    }

    private CloseableIterator<Block> openAt(Peer peer) {
        last = sink.checkpoint();
        return connections
                .gateway(reader, peer)
                .getNetwork(settings.channel())
                .newBlockEventsRequest()
                .startBlock(last.map(Checkpoint::block).orElse(0L))
                .build()
                .getEvents();
    }

    private long next() {
        return last.map(checkpoint -> checkpoint.block() + 1).orElse(0L);
    }

    /** The last block comes once more: it shows that blocks flow, and that they are those of the checkpoint's chain. */
    private void write(BlockSummary block) {
        if (last.filter(checkpoint -> checkpoint.equals(checkpoint(block))).isPresent()) {
            return;
        }
        if (!follows(block)) {
            throw new IllegalStateException("block " + block.number() + " does not follow block " + (next() - 1)
                    + " of the checkpoint: these rows were written from another chain");
        }
        sink.write(block);
        last = Optional.of(checkpoint(block));
    }

    private boolean follows(BlockSummary block) {
        return block.number() == next()
                && last.map(checkpoint -> checkpoint.hash().equals(block.previousHash()))
                        .orElse(true);
    }

    private static Checkpoint checkpoint(BlockSummary block) {
        return new Checkpoint(block.number(), block.hash());
    }

    @Override
    public void close() {
        loop.close();
    }
}
