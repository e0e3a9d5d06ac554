package org.countyledger.embedded.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.countyledger.ledger.block.BlockReader;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.rwset.QueryReadsTree;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.junit.jupiter.api.Test;

/** Every public set that real peers built, taken apart, fed in another order and built here: equal to the last byte. */
final class RecordedSetsTest {
    private static final Path CHAIN = Path.of(
            "..", "ledger-validation", "src", "test", "resources", "org", "countyledger", "ledger", "bft.blocks.gz");
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    @Test
    void setsOfRealPeersAreBuiltEqual() throws IOException {
        int compared = 0;
        try (BlockReader reader = BlockReader.open(CHAIN)) {
            Optional<Block> block = reader.next();
            while (block.isPresent()) {
                for (ByteString envelope : block.get().getData().getDataList()) {
                    compared += compare(TransactionParts.of(envelope));
                }
                block = reader.next();
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private int compare(TransactionParts parts) throws IOException {
        ByteString results = parts.action().map(action -> action.getResults()).orElse(ByteString.EMPTY);
        TxReadWriteSet recorded = TxReadWriteSet.parseFrom(results);
        int compared = 0;
        for (NsReadWriteSet namespace : recorded.getNsRwsetList()) {
            ByteString built = rebuild(KVRWSet.parseFrom(namespace.getRwset()))
                    .build(namespace.getNamespace())
                    .getRwset();
            assertThat(built).isEqualTo(namespace.getRwset());
            compared++;
        }
        assertThat(recorded.toByteString()).isEqualTo(results);
        return compared;
    }

    private NamespaceRecord rebuild(KVRWSet set) {
        NamespaceRecord record = new NamespaceRecord();
        for (KVRead read : shuffled(set.getReadsList())) {
            Optional<Version> version =
                    read.hasVersion() ? Optional.of(ReadWriteSets.version(read.getVersion())) : Optional.empty();
            record.read(read.getKey(), version);
        }
        for (KVWrite write : shuffled(set.getWritesList())) {
            record.write(write.getKey(), write.getValue());
        }
        for (KVMetadataWrite write : shuffled(set.getMetadataWritesList())) {
            Map<String, ByteString> entries = new HashMap<>();
            for (KVMetadataEntry entry : write.getEntriesList()) {
                entries.put(entry.getName(), entry.getValue());
            }
            record.writeMetadata(write.getKey(), entries);
        }
        set.getRangeQueriesInfoList().forEach(range -> record.range(again(range)));
        return record;
    }

    /** Few results are recorded as they are, so they can be recorded again. */
    private static RangeQueryInfo again(RangeQueryInfo range) {
        if (!range.hasRawReads()) {
            return range;
        }
        QueryReadsTree reads = new QueryReadsTree();
        range.getRawReads().getKvReadsList().forEach(reads::add);
        RangeQueryInfo.Builder again = range.toBuilder().clearRawReads();
        reads.finish(again);
        return again.build();
    }

    private <T> List<T> shuffled(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
