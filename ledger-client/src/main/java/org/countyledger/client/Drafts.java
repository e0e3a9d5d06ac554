package org.countyledger.client;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.countyledger.client.operation.Submission;
import org.countyledger.domain.contract.StagingRequest;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;

/** Makes proposals, whose transaction id is known before anything is sent, and signs what came back endorsed. */
final class Drafts {

    /**
     * A transaction that could be.
     *
     * @param bytes the unsigned proposal, the same for every peer that is asked
     */
    record Draft(String txId, ByteString bytes) {}

    /**
     * A transaction that only has to be ordered.
     *
     * @param envelope exactly what is stored and sent, signature included
     * @param answer the contract's answer
     */
    record Sealed(String txId, ByteString envelope, String answer) {}

    private final LedgerSettings settings;
    private final Connections connections;

    Drafts(LedgerSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
    }

    Draft draft(ClientIdentity identity, Submission submission) {
        Proposal proposal = connections
                .local(identity)
                .getNetwork(settings.channel())
                .getContract(settings.chaincode())
                .newProposal(submission.function())
                .addArguments(submission.arguments().toArray(String[]::new))
                .build();
        return new Draft(proposal.getTransactionId(), ByteString.copyFrom(proposal.getBytes()));
    }

    /** A transaction with a private value, which is in the proposal alone. */
    Draft draft(ClientIdentity identity, PrivateSubmission submission) {
        Proposal.Builder proposal = connections
                .local(identity)
                .getNetwork(settings.channel())
                .getContract(settings.chaincode())
                .newProposal(submission.function())
                .addArguments(submission.argument())
                .setEndorsingOrganizations(submission.endorsers().toArray(String[]::new));
        submission.value().ifPresent(value -> proposal.putTransient(StagingRequest.VALUE, value.bytes()));
        Proposal built = proposal.build();
        return new Draft(built.getTransactionId(), ByteString.copyFrom(built.getBytes()));
    }

    Sealed seal(ClientIdentity identity, Transaction endorsed) {
        try {
            Gateway gateway = connections.local(identity);
            byte[] signature = identity.signer().sign(endorsed.getDigest());
            Transaction signed = gateway.newSignedTransaction(endorsed.getBytes(), signature);
            return sealed(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + identity + " cannot sign", e);
        }
    }

    /** What somebody signed elsewhere. */
    Sealed seal(ClientIdentity identity, Signed transaction) {
        return sealed(connections
                .local(identity)
                .newSignedTransaction(
                        transaction.bytes().toByteArray(),
                        transaction.signature().toByteArray()));
    }

    /** A stored envelope as it was. */
    Sealed reopen(ClientIdentity identity, byte[] envelope) {
        return sealed(connections.local(identity).newTransaction(envelope));
    }

    private static Sealed sealed(Transaction signed) {
        return new Sealed(
                signed.getTransactionId(),
                ByteString.copyFrom(signed.getBytes()),
                new String(signed.getResult(), StandardCharsets.UTF_8));
    }
}
