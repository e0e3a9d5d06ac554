package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.engine.Decision;
import org.countyledger.domain.engine.Engine;
import org.countyledger.domain.engine.Overdue;
import org.countyledger.domain.engine.OverdueDeclaration;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.ledger.CountySettings;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.springframework.stereotype.Component;

/**
 * Makes recorded decisions again by the same tables, each from the state that the blocks before it left, from the command in
 * its transaction, the certificate that signed it and its time. Nobody is believed but the blocks. That a valid transaction's
 * reads were current when it was committed, Fabric's own rules say; whether they were kept, a validation of the chain tells.
 */
@Component
final class DecisionReplay {
    private final Blocks blocks;
    private final CountySettings county;
    private final Engine engine;
    private final Overdue overdue;

    DecisionReplay(Blocks blocks, CountySettings county, Engine engine) {
        this.blocks = blocks;
        this.county = county;
        this.engine = engine;
        this.overdue = new Overdue(engine.tables());
    }

    /** One valid transaction of the contract. */
    private record Step(TransactionSummary transaction, Invocation invocation, Actor actor, long block) {
        String argument(int n) {
            return invocation.arguments().get(n).toStringUtf8();
        }
    }

    ReplayResource run(ReplayResource job, String subject) {
        ReplayedState state = new ReplayedState();
        ReplayTally tally = new ReplayTally();
        long last = blocks.height() - 1;
        for (long number = 0; number <= last && tally.difference().isEmpty(); number++) {
            replay(blocks.block(subject, number), job, state, tally);
        }
        return job.done(tally, last);
    }

    private void replay(Block block, ReplayResource job, ReplayedState state, ReplayTally tally) {
        List<TransactionSummary> transactions =
                new BlockDecoder(county.chaincode()).block(block).transactions();
        for (int i = 0; i < transactions.size(); i++) {
            TransactionSummary transaction = transactions.get(i);
            Optional<Invocation> invocation = transaction
                    .invocation()
                    .filter(found -> transaction.isValid() && found.chaincode().equals(county.chaincode()));
            if (invocation.isPresent()) {
                ByteString envelope = block.getData().getData(i);
                long number = block.getHeader().getNumber();
                compare(new Step(transaction, invocation.get(), creator(envelope), number), job, state, tally);
                state.write(invocation.get().writes());
                state.writeHashes(hashes(envelope));
            }
        }
    }

    private void compare(Step step, ReplayResource job, ReplayedState state, ReplayTally tally) {
        Moment moment = new Moment(
                step.transaction().timestamp(), step.transaction().txId(), county.channel(), county.chaincode());
        switch (step.invocation().function()) {
            case Functions.SUBMIT -> {
                Command command = CanonicalJson.read(step.argument(1), Command.class);
                if (job.concerns(command.kind(), command.id())) {
                    Request request = new Request(command, step.actor(), moment);
                    Decision decision = engine.decide(state.header(command.kind(), command.id()), request, state);
                    tally.decided(difference(step, decision));
                }
            }
            case Functions.DECLARE_OVERDUE -> {
                OverdueDeclaration declaration = new OverdueDeclaration(
                        Kind.ofWireName(step.argument(1)),
                        step.argument(2),
                        step.argument(3),
                        Integer.parseInt(step.argument(4)),
                        Integer.parseInt(step.argument(5)));
                if (job.concerns(declaration.kind(), declaration.id())) {
                    tally.decided(difference(step, overdue.declare(declaration, step.actor(), moment, state)));
                }
            }
            default -> tally.other(step.invocation().function());
        }
    }

    private static Optional<ReplayResource.Difference> difference(Step step, Decision decision) {
        SortedMap<String, String> recorded = new TreeMap<>();
        step.invocation()
                .writes()
                .forEach(write -> recorded.put(
                        write.key(), write.value().map(ByteString::toStringUtf8).orElse("")));
        return switch (decision) {
            case Decision.Accepted accepted ->
                WriteDifference.first(recorded, writes(accepted)).map(found -> about(step, found));
            case Decision.Repeated repeated ->
                Optional.of(about(step, WriteDifference.other(recorded, "repeated " + repeated.firstTxId())));
            case Decision.Refused refused ->
                Optional.of(about(
                        step,
                        WriteDifference.other(
                                recorded, "refused " + refused.refusal().code())));
        };
    }

    private static ReplayResource.Difference about(Step step, WriteDifference found) {
        return new ReplayResource.Difference(
                step.transaction().txId(),
                step.block(),
                step.invocation().function(),
                found.key(),
                found.pointer(),
                found.recorded(),
                found.decided());
    }

    private static SortedMap<String, String> writes(Decision.Accepted accepted) {
        SortedMap<String, String> writes = new TreeMap<>();
        accepted.changes().forEach(change -> {
            var header = change.header();
            writes.put(new LedgerKey.HeaderKey(header.kind(), header.id()).text(), text(header));
            writes.put(
                    new LedgerKey.EventKey(
                                    header.kind(), header.id(), change.event().seq())
                            .text(),
                    text(change.event()));
        });
        accepted.entries().forEach(entry -> writes.put(entry.key().text(), text(entry.value())));
        return writes;
    }

    private static String text(Object value) {
        return new String(CanonicalJson.write(value), StandardCharsets.UTF_8);
    }

    private static Actor creator(ByteString envelope) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            return Creator.actor(SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())
                    .getCreator());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a valid transaction cannot be read", e);
        }
    }

    private List<CollectionHashedReadWriteSet> hashes(ByteString envelope) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            ByteString response = ChaincodeActionPayload.parseFrom(Transaction.parseFrom(payload.getData())
                            .getActions(0)
                            .getPayload())
                    .getAction()
                    .getProposalResponsePayload();
            ChaincodeAction action = ChaincodeAction.parseFrom(
                    ProposalResponsePayload.parseFrom(response).getExtension());
            return TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList().stream()
                    .filter(namespace -> namespace.getNamespace().equals(county.chaincode()))
                    .map(NsReadWriteSet::getCollectionHashedRwsetList)
                    .flatMap(List::stream)
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a valid transaction cannot be read", e);
        }
    }
}
