package org.countyledger.embedded;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.countyledger.embedded.commit.LedgerFiles;
import org.countyledger.embedded.state.CommittedBlocks;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.state.KeyedValue;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;

/** Everything that two stores of one chain must agree on. */
record LedgerContents(
        long height, ByteString commitHash, List<KeyedValue> state, List<List<KeyModification>> histories, Block last) {
    static LedgerContents of(LedgerFiles files) {
        CommittedBlocks blocks = new CommittedBlocks(files.log(), files.store());
        List<KeyedValue> state = new ArrayList<>();
        List<List<KeyModification>> histories = new ArrayList<>();
        try (StateSnapshot snapshot = files.store().snapshot()) {
            for (String namespace : List.of("", "_lifecycle", "keys")) {
                Iterator<KeyedValue> entries = snapshot.range(namespace, "", "");
                while (entries.hasNext()) {
                    KeyedValue entry = entries.next();
                    state.add(entry);
                    histories.add(blocks.history(namespace, entry.key()));
                }
            }
        }
        long height = files.store().height();
        return new LedgerContents(
                height,
                files.store().commitHash(),
                state,
                histories,
                blocks.block(height - 1).orElseThrow());
    }
}
