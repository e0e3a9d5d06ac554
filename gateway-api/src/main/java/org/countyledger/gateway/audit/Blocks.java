package org.countyledger.gateway.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.client.block.TransactionSummary;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.hyperledger.fabric.protos.common.Block;
import org.springframework.stereotype.Component;

/** Blocks and transactions as a peer stores them. */
@Component
final class Blocks {
    private static final String SYSTEM_QUERIES = "qscc";

    private final LedgerClient client;
    private final CountySettings county;

    Blocks(LedgerClient client, CountySettings county) {
        this.client = client;
        this.county = county;
    }

    long height() {
        try {
            return client.height();
        } catch (LedgerException e) {
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        }
    }

    /** A block, as any peer has it. */
    Block block(String subject, long number) {
        return ask(subject, question(number));
    }

    /** A block, as this organisation's peer has it. */
    Block block(String subject, long number, String mspId) {
        return ask(subject, question(number).by(mspId));
    }

    private Query question(long number) {
        return new Query(
                SYSTEM_QUERIES,
                "GetBlockByNumber",
                List.of(county.channel(), Long.toString(number)),
                false,
                Optional.empty());
    }

    private Block ask(String subject, Query query) {
        try {
            return Block.parseFrom(client.evaluate(subject, query));
        } catch (LedgerException e) {
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a peer answered GetBlockByNumber with something else", e);
        }
    }

    Optional<TransactionSummary> transaction(String subject, String txId) {
        try {
            return client.transaction(subject, txId);
        } catch (LedgerException e) {
            throw new ProblemException(ProblemCode.LEDGER_UNAVAILABLE);
        }
    }
}
