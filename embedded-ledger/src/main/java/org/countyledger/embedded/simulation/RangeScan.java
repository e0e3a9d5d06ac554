package org.countyledger.embedded.simulation;

import java.util.Iterator;
import java.util.Optional;
import org.countyledger.ledger.rwset.QueryReadsTree;
import org.countyledger.ledger.state.KeyedValue;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/** A range query whose results are recorded as they are taken. */
public final class RangeScan {
    private final Iterator<KeyedValue> results;
    private final String endKey;
    private final RangeQueryInfo.Builder info;
    private final QueryReadsTree reads = new QueryReadsTree();

    RangeScan(Iterator<KeyedValue> results, String startKey, String endKey) {
        this.results = results;
        this.endKey = endKey;
        this.info = RangeQueryInfo.newBuilder().setStartKey(startKey);
    }

    /** The next result; its absence is recorded too. */
    public Optional<KeyedValue> next() {
        if (!results.hasNext()) {
            info.setItrExhausted(true).setEndKey(endKey);
            return Optional.empty();
        }
        KeyedValue result = results.next();
        reads.add(result.key(), result.value().version());
        info.setItrExhausted(false).setEndKey(result.key());
        return Optional.of(result);
    }

    /** The key a next page starts with, which is not recorded; empty at the end. */
    public String bookmark() {
        return results.hasNext() ? results.next().key() : "";
    }

    RangeQueryInfo record() {
        reads.finish(info);
        return info.build();
    }
}
