package org.countyledger.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.channel.DefinitionTransaction;
import org.countyledger.embedded.channel.OrganizationSetup;
import org.countyledger.embedded.commit.CommitResult;
import org.countyledger.embedded.state.StateSnapshot;
import org.countyledger.ledger.state.VersionedValue;
import org.countyledger.ledger.validation.ChaincodeDefinition;
import org.countyledger.ledger.validation.ChaincodeDefinitions;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Brings the chaincode definitions of the settings onto the chain, by transactions. */
final class Definitions {
    private static final long COMMIT_SECONDS = 20;

    private final Chain chain;
    private final List<OrganizationSetup> organizations;

    Definitions(Chain chain, List<OrganizationSetup> organizations) {
        this.chain = chain;
        this.organizations = organizations;
    }

    /** Does nothing where the chain already says so; refuses to change a definition without a higher sequence. */
    void install(ChaincodeSetup setup) throws SettingsException {
        DefinitionTransaction.Prepared prepared;
        try (StateSnapshot state = chain.snapshot()) {
            if (isDefined(setup, state)) {
                return;
            }
            prepared = DefinitionTransaction.build(
                    chain.channel().channelId(),
                    setup,
                    state,
                    organizations.stream().map(OrganizationSetup::peer).toList(),
                    chain.now());
        }
        CompletableFuture<CommitResult> committed = chain.waiters().register(prepared.transactionId());
        BroadcastResponse ordered = chain.order(prepared.envelope());
        if (ordered.getStatus() != Status.SUCCESS) {
            throw new SettingsException(
                    "The definition of chaincode " + setup.name() + " was not ordered: " + ordered.getInfo());
        }
        await(setup, committed);
    }

    private static boolean isDefined(ChaincodeSetup setup, StateSnapshot state) throws SettingsException {
        boolean isSame = setup.writes().entrySet().stream()
                .allMatch(write -> state.get(ChaincodeSetup.NAMESPACE, write.getKey())
                        .map(VersionedValue::value)
                        .filter(write.getValue()::equals)
                        .isPresent());
        long sequence = ChaincodeDefinitions.find(state, setup.name())
                .map(ChaincodeDefinition::sequence)
                .orElse(0L);
        if (!isSame && sequence >= setup.sequence()) {
            throw new SettingsException("Chaincode " + setup.name() + " is defined differently with sequence "
                    + sequence + "; raise the sequence in the settings to change it");
        }
        return isSame;
    }

    private static void await(ChaincodeSetup setup, CompletableFuture<CommitResult> committed)
            throws SettingsException {
        try {
            TxValidationCode code =
                    committed.get(COMMIT_SECONDS, TimeUnit.SECONDS).code();
            if (code != TxValidationCode.VALID) {
                throw new SettingsException(
                        "The definition of chaincode " + setup.name() + " was found " + code + ", expected VALID");
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new SettingsException("The definition of chaincode " + setup.name() + " was not committed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("Interrupted while chaincode " + setup.name() + " was defined", e);
        }
    }
}
