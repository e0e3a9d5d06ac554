package org.countyledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.List;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.policy.ApplicationPolicies;
import org.countyledger.ledger.rwset.Version;
import org.countyledger.ledger.testing.TestAuthority;
import org.countyledger.ledger.testing.TestNetwork;
import org.countyledger.ledger.testing.TestTransaction;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class ValidationCodesTest {
    private static final ByteString JUNK = ByteString.copyFrom(new byte[] {(byte) 0xff, 1, 2, 3});

    private final TestNetwork network = new TestNetwork();

    private TestTransaction good() {
        return network.transaction().write("k", "v").endorsedBy("A", "B");
    }

    private void assertCode(TestTransaction transaction, TxValidationCode code) {
        assertThat(network.decideOne(transaction)).isEqualTo(code);
    }

    @Test
    void aCompleteTransactionIsValidAndChangesTheState() {
        assertThat(network.commit(good())).containsExactly(TxValidationCode.VALID);
        assertThat(network.state.get("cc", "k").orElseThrow().value()).isEqualTo(TestNetwork.bytes("v"));
        assertThat(network.state.get("cc", "k").orElseThrow().version()).isEqualTo(new Version(1, 0));
    }

    @Test
    void whatIsNoEnvelopeIsInvalidForOtherReason() {
        assertThat(network.decide(JUNK).codes()).containsExactly(TxValidationCode.INVALID_OTHER_REASON);
    }

    @Test
    void anEmptyEnvelopeHasABadHeader() {
        assertThat(network.decide(ByteString.EMPTY).codes()).containsExactly(TxValidationCode.BAD_COMMON_HEADER);
    }

    @Test
    void aPayloadThatCannotBeParsedIsBad() {
        assertCode(good().onEnvelope(envelope -> envelope.setPayload(JUNK)), TxValidationCode.BAD_PAYLOAD);
    }

    @Test
    void headersWithWrongTypeEpochNonceOrCreatorAreBad() {
        assertCode(
                good().onChannelHeader(header -> header.setType(HeaderType.MESSAGE_VALUE)),
                TxValidationCode.BAD_COMMON_HEADER);
        assertCode(good().onChannelHeader(header -> header.setEpoch(1)), TxValidationCode.BAD_COMMON_HEADER);
        assertCode(good().onSignatureHeader(header -> header.clearNonce()), TxValidationCode.BAD_COMMON_HEADER);
        assertCode(good().onSignatureHeader(header -> header.clearCreator()), TxValidationCode.BAD_COMMON_HEADER);
        assertCode(good().onPayload(payload -> payload.clearHeader()), TxValidationCode.BAD_COMMON_HEADER);
    }

    @Test
    void aCreatorMustBeKnownValidAndHaveSigned() {
        SigningIdentity stranger = TestAuthority.root("A").issue("stranger", "client");
        SigningIdentity unclassified = network.authority("A").issue("nobody");
        assertCode(good().createdBy(stranger), TxValidationCode.BAD_CREATOR_SIGNATURE);
        assertCode(good().createdBy(unclassified), TxValidationCode.BAD_CREATOR_SIGNATURE);
        assertCode(good().onEnvelope(envelope -> envelope.clearSignature()), TxValidationCode.BAD_CREATOR_SIGNATURE);
        assertCode(
                good().onEnvelope(envelope ->
                        envelope.setPayload(envelope.getPayload().concat(ByteString.copyFrom(new byte[] {0x78, 1})))),
                TxValidationCode.BAD_CREATOR_SIGNATURE);
        assertCode(
                good().onChannelHeader(header -> header.setChannelId("other")), TxValidationCode.BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aTransactionIdMustFollowFromNonceAndCreator() {
        assertCode(
                good().onChannelHeader(header -> header.setTxId("0".repeat(64))), TxValidationCode.BAD_PROPOSAL_TXID);
    }

    @Test
    void aTransactionHasOneActionBoundToItsProposal() {
        assertCode(
                good().onTransaction(tx -> tx.addActions(tx.getActions(0))),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        assertCode(good().onTransaction(tx -> tx.clearActions()), TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        assertCode(
                good().onTransaction(tx -> tx.getActionsBuilder(0).clearHeader()),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        assertCode(
                good().onTransaction(tx -> tx.getActionsBuilder(0).setPayload(JUNK)),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
        assertCode(
                good().onResponse(response -> response.setProposalHash(JUNK)),
                TxValidationCode.INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void aConfigurationUpdateOutsideOfAConfigurationIsUnsupported() {
        assertCode(
                good().onChannelHeader(header -> header.setType(HeaderType.CONFIG_UPDATE_VALUE)),
                TxValidationCode.UNSUPPORTED_TX_PAYLOAD);
    }

    @Test
    void aConfigurationThatDoesNotFollowIsInvalid() {
        assertCode(
                good().onChannelHeader(header -> header.setType(HeaderType.CONFIG_VALUE))
                        .onPayload(payload -> payload.clearData()),
                TxValidationCode.INVALID_CONFIG_TRANSACTION);
    }

    @Test
    void aTransactionIdIsSpentByItsFirstBlockWhateverItsCodeWas() {
        TestTransaction refused = network.transaction().write("k", "v").endorsedBy("A");
        assertThat(network.commit(refused)).containsExactly(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(network.commit(refused)).containsExactly(TxValidationCode.DUPLICATE_TXID);
    }

    @Test
    void inOneBlockOnlyTheFirstOfATransactionIdIsValid() {
        TestTransaction transaction = good();
        assertThat(network.commit(transaction, good(), transaction))
                .containsExactly(TxValidationCode.VALID, TxValidationCode.VALID, TxValidationCode.DUPLICATE_TXID);
    }

    @Test
    void extensionActionAndResultsMustBeReadable() {
        assertCode(good().onChannelHeader(header -> header.setExtension(JUNK)), TxValidationCode.BAD_HEADER_EXTENSION);
        assertCode(good().onResponse(response -> response.setExtension(JUNK)), TxValidationCode.BAD_RESPONSE_PAYLOAD);
        assertCode(good().onResponse(response -> response.clearExtension()), TxValidationCode.BAD_RESPONSE_PAYLOAD);
        assertCode(good().onAction(action -> action.setResults(JUNK)), TxValidationCode.BAD_RWSET);
    }

    @Test
    void theCalledChaincodeMustBeNamedTwiceTheSameWithAnyVersion() {
        assertCode(good().onAction(action -> action.clearChaincodeId()), TxValidationCode.INVALID_OTHER_REASON);
        assertCode(good().onChannelHeader(header -> header.clearExtension()), TxValidationCode.INVALID_OTHER_REASON);
        assertCode(
                good().onAction(action -> action.getChaincodeIdBuilder().setName("dd")),
                TxValidationCode.INVALID_CHAINCODE);
        assertCode(
                good().onAction(action -> action.getChaincodeIdBuilder().clearVersion()),
                TxValidationCode.INVALID_CHAINCODE);
        assertCode(good().onAction(action -> action.getChaincodeIdBuilder().setVersion("9.9")), TxValidationCode.VALID);
    }

    @Test
    void aChaincodeThatIsNotDefinedIsInvalid() {
        ByteString qscc = ChaincodeHeaderExtension.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName("qscc"))
                .build()
                .toByteString();
        assertCode(
                good().onChannelHeader(header -> header.setExtension(qscc))
                        .onAction(action -> action.getChaincodeIdBuilder().setName("qscc")),
                TxValidationCode.INVALID_CHAINCODE);
        assertCode(good().writeIn("unknown", "k", "v"), TxValidationCode.INVALID_CHAINCODE);
        network.define("cc", ByteString.EMPTY, "vscc", List.of());
        assertCode(good(), TxValidationCode.INVALID_CHAINCODE);
    }

    @Test
    void aForeignValidationPluginIsNotGuessed() {
        network.define("cc", TestNetwork.policy("OR('A.peer')").toByteString(), "own", List.of());
        assertThatThrownBy(() -> network.decideOne(good())).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEventMustBeTheCalledChaincodes() {
        ByteString foreign =
                ChaincodeEvent.newBuilder().setChaincodeId("dd").build().toByteString();
        assertCode(good().onAction(action -> action.setEvents(foreign)), TxValidationCode.INVALID_OTHER_REASON);
        assertCode(good().onAction(action -> action.setEvents(JUNK)), TxValidationCode.INVALID_OTHER_REASON);
    }

    @Test
    void aNamespaceMayStandOnlyOnceInTheResults() {
        assertCode(
                good().onAction(action -> {
                    TxReadWriteSet.Builder doubled = TxReadWriteSet.newBuilder();
                    try {
                        doubled.mergeFrom(action.getResults());
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    action.setResults(
                            doubled.addNsRwset(doubled.getNsRwset(0)).build().toByteString());
                }),
                TxValidationCode.ILLEGAL_WRITESET);
    }

    @Test
    void everyWrittenNamespaceNeedsItsOwnPolicy() {
        network.define("dd", "AND('C.peer')", List.of());
        assertCode(good().writeIn("dd", "k", "v"), TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertCode(good().endorsedBy("C").writeIn("dd", "k", "v"), TxValidationCode.VALID);
    }

    @Test
    void endorsementsCountOnceAndOnlyFromPeersWithTheirOwnSignature() {
        assertCode(
                network.transaction().write("k", "v").endorsedBy("A", "A"),
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertCode(
                network.transaction().write("k", "v").endorsedBy("A").endorsedBy(client("B")),
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertCode(good().onEndorsement(signature -> JUNK), TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertCode(network.transaction().endorsedBy("A").read("k"), TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    private SigningIdentity client(String organization) {
        return network.authority(organization).issue("client", "client");
    }

    @Test
    void theLifecycleNamespaceFollowsTheChannelsRule() {
        TestTransaction two = good().writeIn(ChaincodeDefinitions.LIFECYCLE, "x", "y");
        assertCode(two, TxValidationCode.VALID);
    }

    @Test
    void aChaincodeMayReferToAChannelPolicy() {
        network.define(
                "cc",
                ApplicationPolicies.reference("/Channel/Application/Endorsement")
                        .toByteString(),
                "vscc",
                List.of());
        assertCode(good(), TxValidationCode.VALID);
        assertCode(network.transaction().write("k", "v").endorsedBy("C"), TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        network.define("cc", ApplicationPolicies.reference("/Channel/Nowhere").toByteString(), "vscc", List.of());
        assertCode(good(), TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aReadThatIsNoLongerSoIsAConflict() {
        network.commit(network.transaction().write("k", "v").endorsedBy("A", "B"));
        TestTransaction stale = network.transaction().read("k").write("k", "1").endorsedBy("A", "B");
        TestTransaction same = network.transaction().read("k").write("k", "2").endorsedBy("A", "B");
        TestTransaction absent =
                network.transaction().readAt("gone", new Version(0, 0)).endorsedBy("A", "B");
        assertThat(network.commit(stale, same, absent))
                .containsExactly(
                        TxValidationCode.VALID,
                        TxValidationCode.MVCC_READ_CONFLICT,
                        TxValidationCode.MVCC_READ_CONFLICT);
    }

    @Test
    void aRangeThatGainsAKeyInItsBlockIsAPhantom() {
        TestTransaction scanner = network.transaction()
                .query(RangeQueryInfo.newBuilder()
                        .setStartKey("a")
                        .setEndKey("z")
                        .setItrExhausted(true)
                        .build())
                .write("result", "0")
                .endorsedBy("A", "B");
        assertThat(network.commit(good(), scanner))
                .containsExactly(TxValidationCode.VALID, TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void aWriteThatTheStoreRefusesIsAnInvalidWriteSet() {
        BlockValidator strict = new BlockValidator(network.config(), (key, value) -> !key.startsWith("_"));
        TestTransaction reserved = network.transaction().write("_id", "v").endorsedBy("A", "B");
        assertThat(strict.validate(network.block(reserved.envelope()), network.state, id -> false)
                        .codes())
                .containsExactly(TxValidationCode.INVALID_WRITESET);
    }

    @Test
    void theFilterHoldsOneByteForEachTransaction() {
        BlockDecision decision = network.decide(good().envelope(), JUNK);
        assertThat(decision.transactionsFilter()).isEqualTo(ByteString.copyFrom(new byte[] {0, (byte) 255}));
    }
}
