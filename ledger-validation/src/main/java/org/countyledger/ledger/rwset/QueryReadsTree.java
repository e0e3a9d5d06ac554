package org.countyledger.ledger.rwset;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * What a transaction records of a range query's results: up to {@code maxDegree} reads as they are, more as the topmost
 * level of a tree of hashes in which every {@code maxDegree + 1} entries are folded into one (Fabric's
 * {@code RangeQueryResultsHelper}).
 */
public final class QueryReadsTree {
    /** Fabric's constant; a peer records no other. */
    public static final int MAX_DEGREE = 50;

    private final int maxDegree;
    private List<KVRead> pending = new ArrayList<>();
    /** Index 0 is level 1. */
    private final List<List<ByteString>> levels = new ArrayList<>();

    public QueryReadsTree() {
        this(MAX_DEGREE);
    }

    public QueryReadsTree(int maxDegree) {
        if (maxDegree < 2) {
            throw new IllegalArgumentException("max degree " + maxDegree + " is less than 2");
        }
        this.maxDegree = maxDegree;
        levels.add(new ArrayList<>());
    }

    public void add(String key, Version version) {
        add(KVRead.newBuilder()
                .setKey(key)
                .setVersion(ReadWriteSets.version(version))
                .build());
    }

    public void add(KVRead read) {
        pending.add(read);
        if (pending.size() > maxDegree) {
            foldPending();
        }
    }

    /** Ends the query; the tree must not be used afterwards. Neither field is set where there were no results. */
    public void finish(RangeQueryInfo.Builder query) {
        Optional<QueryReadsMerkleSummary> summary = finish();
        if (summary.isPresent()) {
            query.setReadsMerkleHashes(summary.get());
        } else if (!pending.isEmpty()) {
            query.setRawReads(QueryReads.newBuilder().addAllKvReads(pending));
        }
    }

    /** The summary of hashes, or empty where the results were few enough to be recorded as they are. */
    public Optional<QueryReadsMerkleSummary> finish() {
        if (levels.size() == 1 && levels.get(0).isEmpty()) {
            return Optional.empty();
        }
        if (!pending.isEmpty()) {
            foldPending();
        }
        foldLowerLevels();
        List<ByteString> top = levels.get(levels.size() - 1);
        if (top.size() > maxDegree) {
            levels.add(new ArrayList<>(List.of(combined(top))));
            top.clear();
        }
        return Optional.of(QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(maxDegree)
                .setMaxLevel(levels.size())
                .addAllMaxLevelHashes(levels.get(levels.size() - 1))
                .build());
    }

    private void foldPending() {
        ByteString reads =
                QueryReads.newBuilder().addAllKvReads(pending).build().toByteString();
        pending = new ArrayList<>();
        levels.get(0).add(Sha256.of(reads));
        for (int level = 0; levels.get(level).size() > maxDegree; level++) {
            ByteString hash = combined(levels.get(level));
            levels.get(level).clear();
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(hash);
        }
    }

    private void foldLowerLevels() {
        for (int level = 0; level < levels.size() - 1; level++) {
            List<ByteString> hashes = levels.get(level);
            if (!hashes.isEmpty()) {
                levels.get(level + 1).add(hashes.size() == 1 ? hashes.get(0) : combined(hashes));
                hashes.clear();
            }
        }
    }

    private static ByteString combined(List<ByteString> hashes) {
        return Sha256.of(hashes.toArray(ByteString[]::new));
    }
}
