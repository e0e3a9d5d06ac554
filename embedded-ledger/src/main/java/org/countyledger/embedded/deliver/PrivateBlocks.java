package org.countyledger.embedded.deliver;

import com.google.protobuf.ByteString;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countyledger.embedded.privatedata.PrivateSet;
import org.countyledger.embedded.privatedata.StoredSet;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/** Blocks with the private data of the collections that the reader belongs to ({@code core/peer/deliverevents.go}). */
final class PrivateBlocks {
    private PrivateBlocks() {}

    static BlockAndPrivateData of(Block block, ByteString reader, PrivateSource source) {
        BlockAndPrivateData.Builder response = BlockAndPrivateData.newBuilder().setBlock(block);
        Map<Long, TxPvtReadWriteSet.Builder> transactions = new LinkedHashMap<>();
        for (StoredSet stored : source.sets(block.getHeader().getNumber())) {
            if (source.isMember(stored.set(), reader)) {
                add(stored.set(), transactions.computeIfAbsent((long) stored.transaction(), place -> empty()));
            }
        }
        transactions.forEach((place, sets) -> response.putPrivateDataMap(place, sets.build()));
        return response.build();
    }

    private static TxPvtReadWriteSet.Builder empty() {
        return TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
    }

    private static void add(PrivateSet set, TxPvtReadWriteSet.Builder transaction) {
        int last = transaction.getNsPvtRwsetCount() - 1;
        boolean isSame =
                last >= 0 && transaction.getNsPvtRwset(last).getNamespace().equals(set.namespace());
        NsPvtReadWriteSet.Builder namespace = isSame
                ? transaction.getNsPvtRwsetBuilder(last)
                : transaction.addNsPvtRwsetBuilder().setNamespace(set.namespace());
        namespace.addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                .setCollectionName(set.collection())
                .setRwset(set.bytes()));
    }
}
