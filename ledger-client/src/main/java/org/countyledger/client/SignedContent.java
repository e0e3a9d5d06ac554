package org.countyledger.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.countyledger.client.OwnKeyException.Fault;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.StagingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * What a proposal or transaction that was signed elsewhere says of itself. The peers check all of it again; here it is
 * checked so that the one who signed is told what is wrong, and that nothing else is carried under an officer's name.
 *
 * @param signedBytes whose SHA-256 is the digest that was signed
 */
record SignedContent(
        ChannelHeader channel, ByteString creator, ChaincodeSpec call, ByteString signedBytes, ByteString signature) {
    /** As endorsers bear (architecture.md, rule 6). */
    private static final Duration OLDEST = Duration.ofMinutes(2);

    private static final BigInteger HALF_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16).shiftRight(1);

    private interface Parser<T> {
        T parse() throws InvalidProtocolBufferException;
    }

    static SignedContent ofProposal(Signed signed) {
        return parsed(() -> {
            ProposedTransaction proposed = ProposedTransaction.parseFrom(signed.bytes());
            ByteString bytes = proposed.getProposal().getProposalBytes();
            Proposal proposal = Proposal.parseFrom(bytes);
            ChaincodeProposalPayload payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            SignedContent content = of(Header.parseFrom(proposal.getHeader()), payload, bytes, signed);
            int values = content.function().equals(Functions.STAGE) ? 1 : 0;
            boolean whole =
                    payload.getTransientMapCount() == values && proposed.getEndorsingOrganizationsCount() == values;
            requireThat(whole, Fault.NOT_A_COMMAND);
            return content.named(proposed.getTransactionId());
        });
    }

    static SignedContent ofTransaction(Signed signed) {
        return parsed(() -> {
            PreparedTransaction prepared = PreparedTransaction.parseFrom(signed.bytes());
            Envelope envelope = prepared.getEnvelope();
            Payload payload = Payload.parseFrom(envelope.getPayload());
            Transaction transaction = Transaction.parseFrom(payload.getData());
            requireThat(transaction.getActionsCount() == 1, Fault.NOT_A_COMMAND);
            ByteString proposal = ChaincodeActionPayload.parseFrom(
                            transaction.getActions(0).getPayload())
                    .getChaincodeProposalPayload();
            return of(payload.getHeader(), ChaincodeProposalPayload.parseFrom(proposal), envelope.getPayload(), signed)
                    .named(prepared.getTransactionId());
        });
    }

    private static <T> T parsed(Parser<T> parser) {
        try {
            return parser.parse();
        } catch (InvalidProtocolBufferException e) {
            throw new OwnKeyException(Fault.NOT_A_COMMAND);
        }
    }

    private static SignedContent of(
            Header header, ChaincodeProposalPayload payload, ByteString signedBytes, Signed signed)
            throws InvalidProtocolBufferException {
        return new SignedContent(
                ChannelHeader.parseFrom(header.getChannelHeader()),
                SignatureHeader.parseFrom(header.getSignatureHeader()).getCreator(),
                ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec(),
                signedBytes,
                signed.signature());
    }

    private SignedContent named(String txId) {
        requireThat(channel.getTxId().equals(txId), Fault.NOT_A_COMMAND);
        return this;
    }

    /** The one organisation that endorses a proposal to stage; a command's are found by the peers. */
    static Optional<String> holder(Signed proposal) {
        return parsed(() -> ProposedTransaction.parseFrom(proposal.bytes())).getEndorsingOrganizationsList().stream()
                .findFirst();
    }

    String txId() {
        return channel.getTxId();
    }

    private String function() {
        return call.getInput().getArgsCount() == 2 ? call.getInput().getArgs(0).toStringUtf8() : "";
    }

    /** The one command that it carries. */
    Command command() {
        return argument(Functions.SUBMIT, Command.class);
    }

    /** The value that it stages, by its place and commitment. */
    StagingRequest staging() {
        return argument(Functions.STAGE, StagingRequest.class);
    }

    /** Refuses a call that is neither. */
    void requireKnownCall() {
        Object carried = function().equals(Functions.STAGE) ? staging() : command();
        Objects.requireNonNull(carried);
    }

    private <T> T argument(String function, Class<T> type) {
        requireThat(function().equals(function), Fault.NOT_A_COMMAND);
        try {
            return CanonicalJson.read(call.getInput().getArgs(1).toByteArray(), type);
        } catch (IllegalArgumentException e) {
            throw new OwnKeyException(Fault.NOT_A_COMMAND);
        }
    }

    /** Refuses what is not made for this identity and this county's contract, and signed, just now. */
    void require(ClientIdentity identity, LedgerSettings settings) {
        boolean ours = channel.getChannelId().equals(settings.channel())
                && call.getChaincodeId().getName().equals(settings.chaincode());
        requireThat(ours, Fault.NOT_A_COMMAND);
        requireThat(creator.equals(identity.creator()), Fault.NOT_YOURS);
        requireThat(isSignedBy(identity.certificate().getPublicKey()), Fault.BAD_SIGNATURE);
        Timestamp made = channel.getTimestamp();
        Duration age = Duration.between(Instant.ofEpochSecond(made.getSeconds(), made.getNanos()), Instant.now());
        requireThat(age.abs().compareTo(OLDEST) <= 0, Fault.STALE);
    }

    private static void requireThat(boolean holds, Fault fault) {
        if (!holds) {
            throw new OwnKeyException(fault);
        }
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key);
            check.update(signedBytes.toByteArray());
            return check.verify(signature.toByteArray()) && hasLowS();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Fabric refuses the other spelling of a signature. In DER, s is the last of two integers. */
    private boolean hasLowS() {
        int start = 4 + signature.byteAt(3) + 2;
        return new BigInteger(1, signature.substring(start).toByteArray()).compareTo(HALF_ORDER) <= 0;
    }
}
