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
                .startBlock(next())
                .build()
                .getEvents();
    }

    private long next() {
        return last.map(checkpoint -> checkpoint.block() + 1).orElse(0L);
    }

    private void write(BlockSummary block) {
        if (block.number() != next()) {
            throw new IllegalStateException("expected block " + next() + ", found " + block.number());
        }
        last.filter(checkpoint -> !checkpoint.hash().equals(block.previousHash()))
                .ifPresent(checkpoint -> {
                    throw new IllegalStateException("block " + block.number() + " does not follow block "
                            + checkpoint.block() + " of the checkpoint: these rows were written from another chain");
                });
        sink.write(block);
        last = Optional.of(new Checkpoint(block.number(), block.hash()));
    }

    @Override
    public void close() {
        loop.close();
    }
}
