package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.state.CommittedBlocks;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.protos.common.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files as a crash would leave them at many moments of a workload: copied while they are written, so that the index
 * may be older or newer than the blocks, or torn.
 */
class CrashImageTest {
    private static final long SEED = 4_711;
    private static final int ROUNDS = 12;
    private static final int MOST_IMAGES = 40;

    private final Path directory;
    private final Path live;

    CrashImageTest(@TempDir Path directory) {
        this.directory = directory;
        this.live = directory.resolve("live");
    }

    @Test
    void everyImageOpensWithTheFirstBlocksOfTheChainAndTheStateTheyLeadTo() throws Exception {
        List<Path> images = new ArrayList<>();
        List<Block> chain;
        try (ThrowawayNetwork network = Workload.network().directory(live).start();
                Client client = Client.of(network, "CivilAffairsMSP")) {
            Workload workload = new Workload(SEED, client);
            CompletableFuture<Void> running =
                    CompletableFuture.runAsync(() -> run(workload), Executors.newVirtualThreadPerTaskExecutor());
            takeImages(running, images);
            running.join();
            chain = Blocks.all(network.ledger());
        }
        assertThat(images).hasSizeGreaterThan(ROUNDS);
        for (Path image : images) {
            check(image, chain);
        }
    }

    private static void run(Workload workload) {
        try {
            for (int i = 0; i < ROUNDS; i++) {
                workload.round();
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** Copies the files over and over; only a copy with other sizes than the last is kept. */
    private void takeImages(CompletableFuture<Void> running, List<Path> images) throws IOException {
        long lastSize = -1;
        while (!running.isDone() && images.size() < MOST_IMAGES) {
            Path image = directory.resolve("image" + images.size());
            long size = copy(live, image);
            if (size != lastSize) {
                images.add(image);
                lastSize = size;
            }
        }
    }

    private static long copy(Path from, Path to) throws IOException {
        long size = 0;
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            return -1;
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            try {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(copy, bytes);
                size += bytes.length;
            } catch (NoSuchFileException e) {
                // Files of the index come and go.
            }
        }
        return size;
    }

    private static void check(Path image, List<Block> chain) throws IOException {
        LedgerContents opened;
        try (LedgerFiles files = LedgerFiles.open(image, "county", ThrowawayNetwork.COUNTY)) {
            CommittedBlocks blocks = new CommittedBlocks(files.log(), files.store());
            for (long number = 0; number < files.store().height(); number++) {
                assertThat(blocks.block(number)).contains(chain.get((int) number));
            }
            opened = LedgerContents.of(files);
        }
        Files.delete(LedgerFiles.channelDirectory(image, "county").resolve("index.mv"));
        try (LedgerFiles files = LedgerFiles.open(image, "county", ThrowawayNetwork.COUNTY)) {
            assertThat(LedgerContents.of(files)).as(image.toString()).isEqualTo(opened);
        }
    }
}
