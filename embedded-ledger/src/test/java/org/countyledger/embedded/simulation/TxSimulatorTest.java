package org.countyledger.embedded.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.privatedata.PrivateKey;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.rwset.ReadWriteSets;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.junit.jupiter.api.Test;

final class TxSimulatorTest {
    private static final Version OLD = new Version(3, 1);
    private static final String OWN = "_implicit_org_CivilAffairsMSP";
    private static final ByteString NEW_VALUE = ByteString.copyFromUtf8("new");

    private final TestState state = new TestState();
    private final TxSimulator simulator = new TxSimulator("tx", state.peerState());

    private static KVRead read(String key, Version version) {
        return KVRead.newBuilder()
                .setKey(key)
                .setVersion(ReadWriteSets.version(version))
                .build();
    }

    private static KVRead absent(String key) {
        return KVRead.newBuilder().setKey(key).build();
    }

    private static KVWrite write(String key, String value) {
        return KVWrite.newBuilder()
                .setKey(key)
                .setIsDelete(value.isEmpty())
                .setValue(ByteString.copyFromUtf8(value))
                .build();
    }

    private KVRWSet publicSet(String namespace) throws InvalidProtocolBufferException {
        for (NsReadWriteSet set : simulator.results().getNsRwsetList()) {
            if (set.getNamespace().equals(namespace)) {
                return KVRWSet.parseFrom(set.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    @Test
    void ownWritesAreNeverSeenButTheReadIsRecorded() throws Exception {
        state.put("cc", "k", "old", OLD);
        simulator.put("cc", "k", NEW_VALUE);

        assertThat(simulator.get("cc", "k").toStringUtf8()).isEqualTo("old");
        assertThat(publicSet("cc"))
                .isEqualTo(KVRWSet.newBuilder()
                        .addReads(read("k", OLD))
                        .addWrites(write("k", "new"))
                        .build());
    }

    @Test
    void wholeSetIsSortedByNamespaceAndKeyWithAbsentKeysUnversioned() throws Exception {
        state.put("b", "2", "x", OLD).put("b", "1", "y", new Version(4, 0));
        simulator.get("b", "2");
        simulator.get("b", "absent");
        simulator.get("b", "1");
        simulator.put("a", "z", NEW_VALUE);
        simulator.put("a", "y", NEW_VALUE);
        simulator.put("a", "z", ByteString.copyFromUtf8("last wins"));

        TxReadWriteSet expected = TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace("a")
                        .setRwset(KVRWSet.newBuilder()
                                .addWrites(write("y", "new"))
                                .addWrites(write("z", "last wins"))
                                .build()
                                .toByteString()))
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace("b")
                        .setRwset(KVRWSet.newBuilder()
                                .addReads(read("1", new Version(4, 0)))
                                .addReads(read("2", OLD))
                                .addReads(absent("absent"))
                                .build()
                                .toByteString()))
                .build();
        assertThat(simulator.results().toByteString()).isEqualTo(expected.toByteString());
    }

    @Test
    void writingNothingIsDeleting() throws Exception {
        simulator.put("cc", "empty", ByteString.EMPTY);
        simulator.delete("cc", "gone");

        assertThat(publicSet("cc").getWritesList()).containsExactly(write("empty", ""), write("gone", ""));
        assertThat(publicSet("cc").getWrites(0).getIsDelete()).isTrue();
    }

    @Test
    void metadataIsReplacedAsAWholeAndItsReadIsARead() throws Exception {
        state.put("cc", "k", "v", new TreeMap<>(Map.of("x", NEW_VALUE)), OLD);

        assertThat(simulator.metadata("cc", "k")).containsExactly(Map.entry("x", NEW_VALUE));
        assertThat(simulator.metadata("cc", "absent")).isEmpty();
        simulator.putMetadata("cc", "k", Map.of("c", NEW_VALUE));
        simulator.putMetadata("cc", "k", Map.of("b", NEW_VALUE, "a", NEW_VALUE));
        simulator.putMetadata("cc", "a", Map.of());

        KVMetadataEntry entry =
                KVMetadataEntry.newBuilder().setName("a").setValue(NEW_VALUE).build();
        assertThat(publicSet("cc"))
                .isEqualTo(KVRWSet.newBuilder()
                        .addReads(absent("absent"))
                        .addReads(read("k", OLD))
                        .addMetadataWrites(KVMetadataWrite.newBuilder().setKey("a"))
                        .addMetadataWrites(KVMetadataWrite.newBuilder()
                                .setKey("k")
                                .addEntries(entry)
                                .addEntries(entry.toBuilder().setName("b")))
                        .build());
    }

    @Test
    void privateHashIsAReadAndBringsTheWholeDefinition() throws Exception {
        ByteString hash = Sha256.of(NEW_VALUE);
        state.define(ChaincodeSetup.of("cc", "1.0", "OR('CivilAffairsMSP.peer')"))
                .putHash("cc", OWN, "k", hash, OLD);

        assertThat(simulator.privateData().getHash(new PrivateKey("cc", OWN, "k")))
                .isEqualTo(hash);
        assertThat(simulator.privateData().getHash(new PrivateKey("cc", OWN, "absent")))
                .isEmpty();

        Version defined = new Version(1, 0);
        assertThat(publicSet("_lifecycle").getReadsList())
                .containsExactly(
                        read("namespaces/fields/cc/Collections", defined),
                        read("namespaces/fields/cc/EndorsementInfo", defined),
                        read("namespaces/fields/cc/Sequence", defined),
                        read("namespaces/fields/cc/ValidationInfo", defined),
                        read("namespaces/metadata/cc", defined));
        NsReadWriteSet set = simulator.results().getNsRwsetList().stream()
                .filter(candidate -> candidate.getNamespace().equals("cc"))
                .findFirst()
                .orElseThrow();
        assertThat(set.getCollectionHashedRwset(0).getCollectionName()).isEqualTo(OWN);
        assertThat(HashedRWSet.parseFrom(set.getCollectionHashedRwset(0).getHashedRwset()))
                .isEqualTo(HashedRWSet.newBuilder()
                        .addHashedReads(KVReadHash.newBuilder().setKeyHash(Sha256.ofKey("absent")))
                        .addHashedReads(KVReadHash.newBuilder()
                                .setKeyHash(Sha256.ofKey("k"))
                                .setVersion(ReadWriteSets.version(OLD)))
                        .build());
    }

    @Test
    void pageAfterAWriteIsRefusedInFabricsSpelling() throws Exception {
        simulator.put("cc", "k", NEW_VALUE);

        assertThatThrownBy(() -> simulator.pagedRange("cc", "", ""))
                .isInstanceOf(SimulationException.class)
                .hasMessage("txid [tx]: unsuppored transaction. "
                        + "Paginated queries are supported only in a read-only transaction");
    }

    @Test
    void writeAfterAPageIsRefusedInFabricsSpelling() throws Exception {
        simulator.pagedRange("cc", "", "");
        String refusal = "txid [tx]: unsuppored transaction. "
                + "Transaction has already performed a paginated query. Writes are not allowed";

        assertThatThrownBy(() -> simulator.put("cc", "k", NEW_VALUE)).hasMessage(refusal);
        assertThatThrownBy(() -> simulator.delete("cc", "k")).hasMessage(refusal);
        assertThatThrownBy(() -> simulator.putMetadata("cc", "k", Map.of())).hasMessage(refusal);
    }

    @Test
    void keyPoliciesOfWrittenKeysAreFoundWithoutARead() throws Exception {
        state.put("cc", "guarded", "v", new TreeMap<>(Map.of("VALIDATION_PARAMETER", NEW_VALUE)), OLD)
                .put("cc", "open", "v", Collections.emptySortedMap(), OLD);
        simulator.put("cc", "guarded", NEW_VALUE);

        assertThat(simulator.writtenPolicies().keyPolicies("cc")).containsExactly(NEW_VALUE);
        assertThat(simulator.writtenPolicies().needsChaincodePolicy("cc")).isFalse();
        assertThat(publicSet("cc").getReadsList()).isEmpty();

        simulator.put("cc", "open", NEW_VALUE);
        assertThat(simulator.writtenPolicies().needsChaincodePolicy("cc")).isTrue();
    }

    @Test
    void namespaceThatIsOnlyReadNeedsTheChaincodePolicy() {
        simulator.get("cc", "k");

        assertThat(simulator.writtenPolicies().needsChaincodePolicy("cc")).isTrue();
        assertThat(simulator.writtenPolicies().keyPolicies("cc")).isEmpty();
    }

    @Test
    void closingReleasesTheSnapshot() {
        simulator.close();

        assertThat(state.openSnapshots()).isZero();
    }
}
