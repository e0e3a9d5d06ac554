package org.countyledger.network.receipt;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countyledger.ledger.block.BlockReader;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.network.CountyException;
import org.hyperledger.fabric.protos.common.Block;

/** Block 0 of a channel, as {@code configtxgen} and {@code peer channel fetch} write it: what a receipt is checked by. */
public final class GenesisFile {
    private GenesisFile() {}

    /** The trusted configuration in a file of one block. */
    public static ChannelConfig read(Path file) {
        try {
            Block block = Block.parseFrom(Files.readAllBytes(file));
            if (block.getHeader().getNumber() != 0) {
                throw new CountyException(
                        file + " holds block " + block.getHeader().getNumber() + ", not block 0");
            }
            return ChannelConfig.of(block);
        } catch (InvalidProtocolBufferException | InvalidChannelException e) {
            throw new CountyException(file + " is no genesis block: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CountyException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first block of a peer's block file. */
    public static Block first(Path blocks) {
        try (BlockReader reader = BlockReader.open(blocks)) {
            return reader.next().orElseThrow(() -> new CountyException(blocks + " holds no block"));
        } catch (IOException e) {
            throw new CountyException(blocks + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The configuration in the first block of a peer's block file. */
    public static ChannelConfig ofBlocks(Path blocks) {
        try {
            return ChannelConfig.of(first(blocks));
        } catch (InvalidChannelException e) {
            throw new CountyException(blocks + " does not begin with a genesis block: " + e.getMessage(), e);
        }
    }
}
