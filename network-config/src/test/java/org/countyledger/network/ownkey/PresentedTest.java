package org.countyledger.network.ownkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.Base64;
import java.util.Map;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Digests;
import org.countyledger.network.CountyException;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a gateway presents to an officer's client, honestly and otherwise. */
final class PresentedTest {
    private static final Header HEADER = Header.newBuilder()
            .setChannelHeader(ByteString.copyFromUtf8("who and when"))
            .build();

    private static ByteString payload(String function, String argument) {
        ChaincodeInput input = ChaincodeInput.newBuilder()
                .addArgs(ByteString.copyFromUtf8(function))
                .addArgs(ByteString.copyFromUtf8(argument))
                .build();
        return ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder()
                        .setChaincodeSpec(ChaincodeSpec.newBuilder().setInput(input))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
    }

    private static JsonNode proposal(String argument) {
        ByteString signed = Proposal.newBuilder()
                .setHeader(HEADER.toByteString())
                .setPayload(payload("submit", argument))
                .build()
                .toByteString();
        ByteString bytes = ProposedTransaction.newBuilder()
                .setProposal(SignedProposal.newBuilder().setProposalBytes(signed))
                .build()
                .toByteString();
        return answer(bytes, Digests.sha256(signed.toByteArray()));
    }

    private static JsonNode transaction(String argument, Header header) {
        ByteString action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(payload("submit", argument))
                .build()
                .toByteString();
        ByteString signed = Payload.newBuilder()
                .setHeader(header)
                .setData(Transaction.newBuilder()
                        .addActions(TransactionAction.newBuilder().setPayload(action))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ByteString bytes = PreparedTransaction.newBuilder()
                .setEnvelope(Envelope.newBuilder().setPayload(signed))
                .build()
                .toByteString();
        return answer(bytes, Digests.sha256(signed.toByteArray()));
    }

    private static JsonNode answer(ByteString bytes, byte[] digest) {
        return CanonicalJson.read(
                CanonicalJson.write(Map.of("bytes", base64(bytes.toByteArray()), "digest", base64(digest))),
                JsonNode.class);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void whatWasAskedForIsSignedByADigestThatIsMadeHere() {
        Presented proposal = Presented.proposal(proposal("the command"));
        assertThatCode(() -> proposal.requireCall("submit", "the command")).doesNotThrowAnyException();
        assertThat(proposal.digest()).isEqualTo(Digests.sha256(proposal.signed().toByteArray()));
        Presented transaction = Presented.transaction(transaction("the command", HEADER));
        assertThatCode(() -> transaction.requireSameAs(proposal)).doesNotThrowAnyException();
    }

    @Test
    void anotherDigestThanThatOfTheBytesIsNotSigned() {
        JsonNode honest = proposal("the command");
        JsonNode lie = CanonicalJson.read(
                CanonicalJson.write(Map.of(
                        "bytes", honest.path("bytes").asString(""), "digest", base64(Digests.sha256(new byte[0])))),
                JsonNode.class);
        assertThatThrownBy(() -> Presented.proposal(lie))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("digest");
    }

    @Test
    void anotherCommandIsNotSigned() {
        Presented proposal = Presented.proposal(proposal("another command"));
        assertThatThrownBy(() -> proposal.requireCall("submit", "the command"))
                .isInstanceOf(CountyException.class)
                .hasMessageContaining("something else");
        assertThatThrownBy(() -> proposal.requireCall("stage", "another command"))
                .isInstanceOf(CountyException.class);
    }

    @Test
    void aTransactionThatIsNotTheProposalIsNotSigned() {
        Presented proposal = Presented.proposal(proposal("the command"));
        Presented other = Presented.transaction(transaction("another command", HEADER));
        Presented later = Presented.transaction(transaction("the command", Header.getDefaultInstance()));
        assertThatThrownBy(() -> other.requireSameAs(proposal)).isInstanceOf(CountyException.class);
        assertThatThrownBy(() -> later.requireSameAs(proposal)).isInstanceOf(CountyException.class);
    }

    @Test
    void whatCannotBeReadIsNotSigned() {
        for (String bytes : new String[] {"not base64", "AAAA"}) {
            JsonNode nonsense =
                    CanonicalJson.read(CanonicalJson.write(Map.of("bytes", bytes, "digest", "")), JsonNode.class);
            assertThatThrownBy(() -> Presented.proposal(nonsense)).isInstanceOf(CountyException.class);
            assertThatThrownBy(() -> Presented.transaction(nonsense)).isInstanceOf(CountyException.class);
        }
    }
}
