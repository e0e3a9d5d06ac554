package org.countyledger.embedded.blockfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.block.BlockHashes;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash may leave in the block files, and what is found again. */
class BlockRecoveryTest {
    private static final int BLOCKS = 4;
    /** So small that each file holds two blocks. */
    private static final long FILE_LIMIT_BYTES = 300;

    private final Path directory;
    private final List<Block> chain = new ArrayList<>();

    BlockRecoveryTest(@TempDir Path directory) {
        this.directory = directory;
        ByteString previous = ByteString.EMPTY;
        for (int number = 0; number < BLOCKS; number++) {
            chain.add(block(number, previous));
            previous = BlockHashes.headerHash(chain.getLast().getHeader());
        }
    }

    private static Block block(long number, ByteString previous) {
        BlockData data = BlockData.newBuilder()
                .addData(ByteString.copyFromUtf8("transaction " + number))
                .build();
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder()
                        .setNumber(number)
                        .setPreviousHash(previous)
                        .setDataHash(BlockHashes.dataHash(data)))
                .setData(data)
                .setMetadata(BlockMetadata.newBuilder().addMetadata(ByteString.copyFromUtf8("signatures")))
                .build();
    }

    /** Writes the whole chain; where each block lies. */
    private List<BlockLocation> write(long fileLimitBytes) {
        try (FileBlockLog log = FileBlockLog.open(directory, fileLimitBytes)) {
            return chain.stream().map(log::append).toList();
        }
    }

    private List<Block> recovered(Optional<BlockLocation> last) {
        List<Block> found = new ArrayList<>();
        try (FileBlockLog log = FileBlockLog.open(directory, FILE_LIMIT_BYTES)) {
            BlockRecovery.run(log, last, (block, location) -> {
                assertThat(log.read(location)).isEqualTo(block);
                return found.add(block);
            });
        }
        return found;
    }

    private Path file(int number) {
        return directory.resolve("blocks_%06d".formatted(number));
    }

    @Test
    void everyBlockIsFoundInEveryFile() {
        write(FILE_LIMIT_BYTES);

        assertThat(FileBlockLog.files(directory)).hasSizeGreaterThan(1);
        assertThat(recovered(Optional.empty())).isEqualTo(chain);
    }

    @Test
    void onlyBlocksBehindTheLastKnownOneAreHandedOut() {
        List<BlockLocation> locations = write(FILE_LIMIT_BYTES);

        for (int known = 0; known < BLOCKS; known++) {
            assertThat(recovered(Optional.of(locations.get(known)))).isEqualTo(chain.subList(known + 1, BLOCKS));
        }
    }

    @Test
    void aTailTornAtAnyByteIsCutAndTheChainGoesOn() throws IOException {
        BlockLocation last = write(Long.MAX_VALUE).getLast();
        byte[] whole = Files.readAllBytes(file(0));
        for (long size = last.offset(); size < last.end(); size++) {
            Files.write(file(0), Arrays.copyOf(whole, (int) size));

            assertThat(recovered(Optional.empty())).as("torn at byte %d", size).isEqualTo(chain.subList(0, BLOCKS - 1));
            assertThat(Files.size(file(0))).isEqualTo(last.offset());
        }
        try (FileBlockLog log = FileBlockLog.open(directory, Long.MAX_VALUE)) {
            assertThat(log.append(chain.getLast())).isEqualTo(last);
        }
    }

    @Test
    void aTailOfZerosFromAnyByteOfTheRecordsFrameIsCut() throws IOException {
        BlockLocation last = write(Long.MAX_VALUE).getLast();
        byte[] whole = Files.readAllBytes(file(0));
        int endOfData = whole.length - "signatures".length() - 2;
        for (int from = (int) last.offset(); from < endOfData; from++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, from, torn.length, (byte) 0);
            Files.write(file(0), torn);

            assertThat(recovered(Optional.empty()))
                    .as("zeros from byte %d", from)
                    .hasSize(BLOCKS - 1);
        }
    }

    @Test
    void aLastBlockThatIsNotWhatItRecordsIsCut() {
        BlockLocation last = write(Long.MAX_VALUE).getLast();
        try (FileBlockLog log = FileBlockLog.open(directory, Long.MAX_VALUE)) {
            long cut = BlockRecovery.run(
                    log,
                    Optional.empty(),
                    (block, location) -> block.getHeader().getNumber() < BLOCKS - 1);

            assertThat(cut).isEqualTo(last.length());
        }
    }

    @Test
    void damageBeforeTheEndIsReportedAndNothingIsCut() throws IOException {
        List<BlockLocation> locations = write(Long.MAX_VALUE);
        byte[] damaged = Files.readAllBytes(file(0));
        damaged[(int) locations.get(1).offset() + 10] ^= 1;
        Files.write(file(0), damaged);

        assertThatThrownBy(() -> recovered(Optional.empty()))
                .isInstanceOf(LedgerDamagedException.class)
                .hasMessageContaining("Block 1 in ")
                .hasMessageEndingWith("is damaged, and blocks follow it. Nothing was changed.");
        assertThat(Files.readAllBytes(file(0))).isEqualTo(damaged);
    }

    @Test
    void damageInAnEarlierFileIsReportedAndNothingIsCut() throws IOException {
        write(FILE_LIMIT_BYTES);
        byte[] first = Files.readAllBytes(file(0));
        Files.write(file(0), Arrays.copyOf(first, first.length - 1));

        assertThatThrownBy(() -> recovered(Optional.empty()))
                .isInstanceOf(LedgerDamagedException.class)
                .hasMessageEndingWith("and files follow it. Nothing was changed.");
        assertThat(Files.size(file(0))).isEqualTo(first.length - 1);
    }

    @Test
    void anIndexOfOtherFilesDoesNotAgree() {
        List<BlockLocation> locations = write(Long.MAX_VALUE);
        BlockLocation beyond = new BlockLocation(0, locations.getLast().end(), 100);
        BlockLocation middle = new BlockLocation(0, 3, 100);
        try (FileBlockLog log = FileBlockLog.open(directory, Long.MAX_VALUE)) {
            assertThat(BlockRecovery.agrees(log, locations.get(2), 2)).isTrue();
            assertThat(BlockRecovery.agrees(log, locations.get(2), 1)).isFalse();
            assertThat(BlockRecovery.agrees(log, beyond, BLOCKS)).isFalse();
            assertThat(BlockRecovery.agrees(log, middle, 1)).isFalse();
        }
    }
}
