package org.countyledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import com.google.protobuf.ByteString;
import java.util.List;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.testing.TestNetwork;
import org.countyledger.ledger.testing.TestTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;
import org.junit.jupiter.api.Test;

class KeyAndCollectionPoliciesTest {
    private final TestNetwork network = new TestNetwork();

    private TestTransaction by(String... organizations) {
        return network.transaction().endorsedBy(organizations);
    }

    @Test
    void aKeysOwnPolicyAloneDecidesFromTheNextBlockOn() {
        assertThat(network.commit(by("A", "B").write("k", "1").protect("k", "AND('C.peer')")))
                .containsExactly(VALID);
        assertThat(network.commit(by("A", "B").write("k", "2"))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("C").write("k", "3"))).containsExactly(VALID);
        assertThat(network.commit(by("C").write("k", "4").write("other", "1")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("A", "B").protect("k", "AND('A.peer')")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aKeyWhosePolicyIsWrittenInTheBlockCannotBeWrittenAgainThereEvenIfTheFirstLosesItsReads() {
        network.commit(by("A", "B").write("k", "1"));
        TestTransaction protecting = by("A", "B").readAt("k", new Version(0, 0)).protect("k", "AND('C.peer')");
        assertThat(network.commit(protecting, by("A", "B").write("k", "2")))
                .containsExactly(MVCC_READ_CONFLICT, ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(
                        by("A").protect("k", "AND('C.peer')"), by("A", "B").write("k", "3")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void aKeyPolicyThatCannotBeReadIsSatisfiedByNobody() {
        network.commit(by("A", "B").write("k", "1").metadata("k", ByteString.copyFromUtf8("no policy")));
        assertThat(network.commit(by("A", "B", "C").write("k", "2"))).containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void valuesKeepMetadataMetadataKeepValuesAndDeletionDropsBoth() {
        network.commit(by("A", "B").write("k", "1").protect("k", "OR('A.peer')"));
        network.commit(by("A").write("k", "2"));
        assertThat(network.state.get("cc", "k").orElseThrow().metadata()).containsKey("VALIDATION_PARAMETER");
        network.commit(by("A").protect("k", "OR('B.peer')"));
        assertThat(network.state.get("cc", "k").orElseThrow().value()).isEqualTo(TestNetwork.bytes("2"));
        assertThat(network.state.get("cc", "k").orElseThrow().version()).isEqualTo(new Version(3, 0));
        network.commit(by("B").set(set ->
                set.addMetadataWrites(KVMetadataWrite.newBuilder().setKey("k"))));
        assertThat(network.state.get("cc", "k").orElseThrow().metadata()).isEmpty();
        network.commit(by("A", "B").protect("k", "OR('C.peer')"));
        network.commit(by("C").delete("k"));
        assertThat(network.state.get("cc", "k")).isEmpty();
        assertThat(network.commit(by("A", "B").write("k", "3"))).containsExactly(VALID);
        assertThat(network.state.get("cc", "k").orElseThrow().metadata()).isEmpty();
    }

    @Test
    void metadataOfAnAbsentKeyChangeNothing() {
        assertThat(network.commit(by("A", "B").protect("absent", "OR('A.peer')")))
                .containsExactly(VALID);
        assertThat(network.state.get("cc", "absent")).isEmpty();
    }

    @Test
    void aCollectionsPolicyReplacesTheChaincodesForWritesIntoIt() {
        network.define(
                "cc",
                "OutOf(2, 'A.peer', 'B.peer', 'C.peer')",
                List.of(
                        StaticCollectionConfig.newBuilder()
                                .setName("own")
                                .setEndorsementPolicy(TestNetwork.policy("AND('C.peer')"))
                                .build(),
                        StaticCollectionConfig.newBuilder().setName("plain").build()));
        assertThat(network.commit(by("A", "B").writePrivate("own", "k", "1")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("C").writePrivate("own", "k", "1"))).containsExactly(VALID);
        assertThat(network.commit(by("C").writePrivate("own", "k", "2").write("p", "1")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("A", "B").writePrivate("plain", "k", "1"))).containsExactly(VALID);
        assertThat(network.commit(by("A", "B").writePrivate("undefined", "k", "1")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anImplicitCollectionIsItsOrganisations() {
        assertThat(network.commit(by("B").writePrivate("_implicit_org_B", "k", "1")))
                .containsExactly(VALID);
        assertThat(network.commit(by("A").writePrivate("_implicit_org_B", "k", "2")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("A", "B", "C").writePrivate("_implicit_org_X", "k", "2")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.state
                        .getHash("cc", "_implicit_org_B", Sha256.ofKey("k"))
                        .orElseThrow()
                        .valueHash())
                .isEqualTo(Sha256.of(TestNetwork.bytes("1")));
    }

    @Test
    void aPrivateKeysOwnPolicyAndReadsAreCheckedByHash() {
        ByteString policy =
                TestNetwork.policy("AND('C.peer')").getSignaturePolicy().toByteString();
        ByteString key = Sha256.ofKey("k");
        network.commit(by("B").writePrivate("_implicit_org_B", "k", "1")
                .hashed(
                        "_implicit_org_B",
                        set -> set.addMetadataWrites(KVMetadataWriteHash.newBuilder()
                                .setKeyHash(key)
                                .addEntries(KVMetadataEntry.newBuilder()
                                        .setName("VALIDATION_PARAMETER")
                                        .setValue(policy)))));
        assertThat(network.commit(by("B").writePrivate("_implicit_org_B", "k", "2")))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(by("C").writePrivate("_implicit_org_B", "k", "2")))
                .containsExactly(VALID);
        assertThat(network.commit(by("A", "B")
                        .hashed(
                                "_implicit_org_B",
                                set -> set.addHashedReads(
                                        KVReadHash.newBuilder().setKeyHash(key)))))
                .containsExactly(MVCC_READ_CONFLICT);
    }

    @Test
    void aPurgeDeletesTheHashAndIsHandedToTheStores() {
        network.commit(by("B").writePrivate("_implicit_org_B", "k", "1"));
        TestTransaction purging = by("B").hashed(
                        "_implicit_org_B",
                        set -> set.addHashedWrites(KVWriteHash.newBuilder()
                                .setKeyHash(Sha256.ofKey("k"))
                                .setIsDelete(true)
                                .setIsPurge(true)));
        BlockDecision decision = network.decide(purging.envelope());
        assertThat(decision.codes()).containsExactly(VALID);
        assertThat(decision.updates().purges()).hasSize(1);
        network.commit(purging);
        assertThat(network.state.getHash("cc", "_implicit_org_B", Sha256.ofKey("k")))
                .isEmpty();
    }
}
