package org.countyledger.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.ledger.block.BlockReader;
import org.hyperledger.fabric.protos.common.Block;

/** Chains of real Fabric 3.1.5 networks: one in every build, the others where the shared data is beside the project. */
public final class RecordedChains {
    private static final String BUNDLED = "bft.blocks.gz";
    private static final Path SHARED = Path.of("..", "..", "shared", "data", "fabric-chains");

    private RecordedChains() {}

    public static BlockReader bundled() throws IOException {
        InputStream resource = Objects.requireNonNull(RecordedChains.class.getResourceAsStream(BUNDLED));
        return BlockReader.of(resource);
    }

    public static List<Block> bundledBlocks() {
        List<Block> blocks = new ArrayList<>();
        try (BlockReader reader = bundled()) {
            Optional<Block> block = reader.next();
            while (block.isPresent()) {
                blocks.add(block.get());
                block = reader.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    /** A chain of the shared data; empty where that is absent. */
    public static Optional<Path> shared(String name) {
        Path file = SHARED.resolve(name);
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
