package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.embedded.PrivateNetwork.AUDIT;
import static org.countyledger.embedded.PrivateNetwork.CIVIL;
import static org.countyledger.embedded.PrivateNetwork.implicit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Blocks with the private data of the collections that the reader belongs to, through the official client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateDeliverTest {
    private final PrivateNetwork county = new PrivateNetwork(ThrowawayNetwork.builder());
    private long last;

    @BeforeAll
    void commit() throws Exception {
        county.stage(CIVIL, "form", "form");
        county.call(CIVIL, "stage", "pair", "minutes").secret("minutes").code();
        county.stage(CIVIL, "purged", "purged");
        county.call(CIVIL, "purge", implicit(CIVIL), "purged").endorsedBy(CIVIL).code();
        county.commitBlocks(1);
        last = county.network.ledger().blocks().chainInfo().getHeight() - 1;
    }

    @AfterAll
    void close() {
        county.close();
    }

    /** Everything private that a client of {@code reader} gets from the peer of {@code peer}, as collection, key, value. */
    private List<String> delivered(String peer, String reader) throws Exception {
        List<String> found = new ArrayList<>();
        try (Client client = Client.of(
                        county.network,
                        peer,
                        county.network.organization(reader).client("reader"));
                CloseableIterator<BlockAndPrivateData> blocks = client.network()
                        .newBlockAndPrivateDataEventsRequest()
                        .startBlock(0)
                        .build()
                        .getEvents()) {
            BlockAndPrivateData block = blocks.next();
            while (block.getBlock().getHeader().getNumber() < last) {
                for (Map.Entry<Long, TxPvtReadWriteSet> transaction :
                        block.getPrivateDataMapMap().entrySet()) {
                    assertThat(transaction.getKey()).isZero();
                    add(transaction.getValue(), found);
                }
                block = blocks.next();
            }
        }
        return found;
    }

    private static void add(TxPvtReadWriteSet transaction, List<String> found) throws Exception {
        for (NsPvtReadWriteSet namespace : transaction.getNsPvtRwsetList()) {
            assertThat(namespace.getNamespace()).isEqualTo("private");
            for (CollectionPvtReadWriteSet collection : namespace.getCollectionPvtRwsetList()) {
                for (KVWrite write : KVRWSet.parseFrom(collection.getRwset()).getWritesList()) {
                    found.add(collection.getCollectionName() + " " + write.getKey() + " "
                            + write.getValue().toStringUtf8());
                }
            }
        }
    }

    @Test
    void aMemberGetsWhatItsPeerHoldsLessWhatWasPurged() throws Exception {
        assertThat(delivered(CIVIL, CIVIL))
                .containsExactly("_implicit_org_CivilAffairsMSP form form", "pair minutes minutes");
    }

    @Test
    void aPeerGivesNobodyWhatItDoesNotHold() throws Exception {
        assertThat(delivered(AUDIT, CIVIL)).containsExactly("pair minutes minutes");
    }

    @Test
    void whoBelongsToNoCollectionGetsBlocksAlone() throws Exception {
        assertThat(delivered(CIVIL, "EcologyMSP")).isEmpty();
    }
}
