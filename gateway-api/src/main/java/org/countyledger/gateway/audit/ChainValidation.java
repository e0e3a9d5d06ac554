package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.gateway.audit.ValidationResource.Figures;
import org.countyledger.gateway.audit.ValidationResource.PeerResource;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.ledger.ChainReplay;
import org.countyledger.ledger.ReplayReport;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.countyledger.ledger.block.BlockRecord;
import org.hyperledger.fabric.protos.common.Block;
import org.springframework.stereotype.Component;

/** Takes the chain from a peer, validates it again, and compares the outcome with what every peer recorded. */
@Component
final class ChainValidation {
    private final Blocks blocks;
    private final CountySettings county;

    ChainValidation(Blocks blocks, CountySettings county) {
        this.blocks = blocks;
        this.county = county;
    }

    ValidationResource run(ValidationResource started, String subject) {
        try {
            Path file = Files.createTempFile("chain", ".blocks");
            try {
                long last = blocks.height() - 1;
                Optional<ByteString> recorded = copy(file, subject, last);
                ReplayReport report = ChainReplay.run(file, ChainReplay.Progress.NONE);
                return started.done(figures(report), peers(subject, last, recorded), findings(report));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the chain could not be kept for a while", e);
        }
    }

    /** Answers the last block's commit hash; if the report agrees, it is the one that was computed. */
    private Optional<ByteString> copy(Path file, String subject, long last) throws IOException {
        Optional<ByteString> recorded = Optional.empty();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (long number = 0; number <= last; number++) {
                Block block = blocks.block(subject, number);
                out.write(BlockRecord.encodeDelimited(block));
                recorded = BlockMetadataParts.commitHash(block);
            }
        }
        return recorded;
    }

    private List<PeerResource> peers(String subject, long last, Optional<ByteString> expected) {
        return county.peers().stream()
                .map(CountySettings.PeerSettings::organization)
                .distinct()
                .map(mspId -> {
                    Optional<ByteString> found = commitHash(subject, last, mspId);
                    return new PeerResource(
                            mspId, found.map(BlockResource::hex), found.isPresent() && found.equals(expected));
                })
                .toList();
    }

    private Optional<ByteString> commitHash(String subject, long last, String mspId) {
        try {
            return BlockMetadataParts.commitHash(blocks.block(subject, last, mspId));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static Figures figures(ReplayReport report) {
        SortedMap<String, Long> codes = new TreeMap<>();
        report.computed().forEach((code, count) -> codes.put(code.name(), count));
        return new Figures(
                report.blocks(),
                report.transactions(),
                report.codesAgreed(),
                report.codesRecorded(),
                report.commitHashesAgreed(),
                report.commitHashesRecorded(),
                codes,
                report.lastHeaderHash());
    }

    private static List<String> findings(ReplayReport report) {
        List<String> findings = new ArrayList<>();
        report.firstDifference().ifPresent(difference -> findings.add(difference.toString()));
        report.problems().forEach(problem -> findings.add(problem.toString()));
        return findings;
    }
}
