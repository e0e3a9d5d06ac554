package org.countyledger.ledger.receipt;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.countyledger.ledger.identity.SigningIdentity;
import org.countyledger.ledger.testing.TestNetwork;
import org.countyledger.ledger.testing.TestTransaction;
import org.countyledger.ledger.validation.EnvelopeCheck;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;

/** A receipt signed by hand; what is asked and answered can be spoiled before it is signed. */
final class TestReceipt {
    private final TestNetwork network;
    private final TestTransaction transaction;
    private final List<SigningIdentity> attestors = new ArrayList<>();
    private String function = "GetTransactionByID";
    private String channel = TestNetwork.CHANNEL;
    private String askedFor;
    private int code;
    private UnaryOperator<ByteString> onSignature = signature -> signature;

    TestReceipt(TestNetwork network, TestTransaction transaction) {
        this.network = network;
        this.transaction = transaction;
        this.askedFor = transaction.transactionId();
    }

    TestReceipt attestedBy(String... organizations) {
        for (String organization : organizations) {
            attestors.add(Objects.requireNonNull(network.peers.get(organization)));
        }
        return this;
    }

    TestReceipt attestedBy(SigningIdentity attestor) {
        attestors.add(attestor);
        return this;
    }

    TestReceipt code(int validationCode) {
        code = validationCode;
        return this;
    }

    TestReceipt asking(String otherFunction, String otherChannel, String txId) {
        function = otherFunction;
        channel = otherChannel;
        askedFor = txId;
        return this;
    }

    TestReceipt onSignature(UnaryOperator<ByteString> change) {
        onSignature = change;
        return this;
    }

    AttestedTransaction make() {
        AttestedTransaction unsigned = new AttestedTransaction(transaction.envelope(), code, question(), List.of());
        ByteString answer = SignedAnswer.of(unsigned);
        List<Endorsement> answers = new ArrayList<>();
        for (SigningIdentity attestor : attestors) {
            answers.add(Endorsement.newBuilder()
                    .setEndorser(attestor.serialized())
                    .setSignature(onSignature.apply(attestor.sign(answer.concat(attestor.serialized()))))
                    .build());
        }
        return new AttestedTransaction(unsigned.envelope(), code, unsigned.question(), answers);
    }

    private Question question() {
        ByteString nonce = ByteString.copyFromUtf8("who asks");
        ByteString asker = network.authority("A").issue("gateway.A", "client").serialized();
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(channel)
                .setTxId(EnvelopeCheck.transactionId(nonce, asker))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName("qscc"))
                        .build()
                        .toByteString())
                .build();
        ChaincodeInput.Builder input = ChaincodeInput.newBuilder();
        List.of(function, channel, askedFor).forEach(argument -> input.addArgs(TestNetwork.bytes(argument)));
        ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder().setInput(input))
                .build();
        return new Question(
                header.toByteString(),
                SignatureHeader.newBuilder()
                        .setCreator(asker)
                        .setNonce(nonce)
                        .build()
                        .toByteString(),
                ChaincodeProposalPayload.newBuilder()
                        .setInput(spec.toByteString())
                        .build()
                        .toByteString());
    }
}
