package org.countyledger.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countyledger.embedded.blockfile.DirectoryLock;
import org.countyledger.embedded.blockfile.FileBlockLog;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.ledger.ReplayReport;
import org.countyledger.ledger.block.BlockReader;

/** Validates every block of a stopped ledger again: hashes, signatures, codes and commit hashes. Changes nothing. */
final class Verification {
    private Verification() {}

    /** What is wrong, in sentences; empty where everything agrees. */
    @SuppressWarnings("SystemOut") // a program's own words
    static Optional<String> run(LedgerSettings settings) throws IOException {
        List<Path> files = FileBlockLog.files(LedgerFiles.channelDirectory(settings.directory(), settings.channel()));
        if (files.isEmpty()) {
            return Optional.of("There are no blocks in " + settings.directory());
        }
        DirectoryLock lock = DirectoryLock.take(settings.directory());
        try {
            ReplayReport report = replay(files);
            System.out.println("%d blocks with %d transactions verified; the last header hash is %s"
                    .formatted(report.blocks(), report.transactions(), report.lastHeaderHash()));
            return report.agrees() ? Optional.empty() : Optional.of(sentences(report));
        } finally {
            lock.close();
        }
    }

    private static ReplayReport replay(List<Path> files) throws IOException {
        List<InputStream> open = new ArrayList<>();
        try {
            for (Path file : files) {
                open.add(Files.newInputStream(file));
            }
            InputStream all = new SequenceInputStream(Collections.enumeration(open));
            try (BlockReader reader = BlockReader.of(all)) {
                int threads = Runtime.getRuntime().availableProcessors();
                return ChainReplay.run(reader, Optional.empty(), ChainReplay.Progress.NONE, threads);
            }
        } finally {
            for (InputStream file : open) {
                file.close();
            }
        }
    }

    private static String sentences(ReplayReport report) {
        return Stream.concat(
                        report.firstDifference().stream().map(ReplayReport.Difference::toString),
                        report.problems().stream().map(ReplayReport.Problem::toString))
                .collect(Collectors.joining("\n", "The ledger does not verify:\n", ""));
    }
}
