package org.countyledger.ledger.rwset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReadsTreeTest {
    private static List<KVRead> reads(int count) {
        List<KVRead> reads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reads.add(KVRead.newBuilder()
                    .setKey("key%06d".formatted(i))
                    .setVersion(ReadWriteSets.version(new Version(i / 10, i % 10)))
                    .build());
        }
        return reads;
    }

    private static RangeQueryInfo recorded(List<KVRead> reads) {
        QueryReadsTree tree = new QueryReadsTree();
        reads.forEach(tree::add);
        RangeQueryInfo.Builder query = RangeQueryInfo.newBuilder();
        tree.finish(query);
        return query.build();
    }

    private static ByteString hash(List<KVRead> reads) {
        return Sha256.of(QueryReads.newBuilder().addAllKvReads(reads).build().toByteString());
    }

    private static ByteString hash(List<ByteString> hashes, int from, int to) {
        return Sha256.of(hashes.subList(from, to).toArray(ByteString[]::new));
    }

    /** Leaves of 51 reads and a remainder. */
    private static List<ByteString> leaves(List<KVRead> reads) {
        List<ByteString> leaves = new ArrayList<>();
        for (int i = 0; i < reads.size(); i += 51) {
            leaves.add(hash(reads.subList(i, Math.min(i + 51, reads.size()))));
        }
        return leaves;
    }

    @Test
    void noResultsRecordNeitherReadsNorHashes() {
        RangeQueryInfo query = recorded(List.of());
        assertThat(query.hasRawReads()).isFalse();
        assertThat(query.hasReadsMerkleHashes()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50})
    void upToFiftyResultsAreRecordedAsTheyAre(int count) {
        assertThat(recorded(reads(count)).getRawReads().getKvReadsList()).isEqualTo(reads(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52, 101, 102, 103, 2550})
    void moreAreRecordedAsHashesOfFiftyOneReadsEach(int count) {
        QueryReadsMerkleSummary summary = recorded(reads(count)).getReadsMerkleHashes();
        assertThat(summary.getMaxDegree()).isEqualTo(50);
        assertThat(summary.getMaxLevel()).isEqualTo(1);
        assertThat(summary.getMaxLevelHashesList()).isEqualTo(leaves(reads(count)));
    }

    @Test
    void fiftyOneHashesAreFoldedIntoOneOfTheNextLevel() {
        QueryReadsMerkleSummary summary = recorded(reads(2601)).getReadsMerkleHashes();
        assertThat(summary.getMaxLevel()).isEqualTo(2);
        assertThat(summary.getMaxLevelHashesList()).containsExactly(hash(leaves(reads(2601)), 0, 51));
    }

    @Test
    void aSingleLowerHashRisesAsItIs() {
        QueryReadsMerkleSummary summary = recorded(reads(2602)).getReadsMerkleHashes();
        List<ByteString> leaves = leaves(reads(2602));
        assertThat(summary.getMaxLevel()).isEqualTo(2);
        assertThat(summary.getMaxLevelHashesList()).containsExactly(hash(leaves, 0, 51), leaves.get(51));
    }

    @Test
    void severalLowerHashesRiseAsOne() {
        QueryReadsMerkleSummary summary = recorded(reads(2660)).getReadsMerkleHashes();
        List<ByteString> leaves = leaves(reads(2660));
        assertThat(summary.getMaxLevelHashesList()).containsExactly(hash(leaves, 0, 51), hash(leaves, 51, 53));
    }

    @Test
    void aDegreeBelowTwoIsNoTree() {
        assertThatThrownBy(() -> new QueryReadsTree(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
