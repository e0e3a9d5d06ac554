package org.countyledger.client.block;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.operation.Committed;

/**
 * One transaction as a block holds it, valid or not.
 *
 * @param type Fabric's HeaderType: 3 is an endorser transaction, 1 a configuration
 * @param committed validation code and block; everything below was applied only if it is valid
 * @param timestamp the client's time in the channel header
 * @param clientMspId organisation of the creator
 * @param invocation present for endorser transactions
 */
public record TransactionSummary(
        String txId,
        int type,
        Committed committed,
        Instant timestamp,
        String clientMspId,
        Optional<Invocation> invocation) {

    /**
     * What a chaincode did.
     *
     * @param arguments the function's name first
     * @param answer payload of the contract's response
     * @param writes public writes in the chaincode's own namespace, in key order
     * @param endorserMspIds organisations that signed the result, in the order of the envelope
     */
    public record Invocation(
            String chaincode,
            List<ByteString> arguments,
            ByteString answer,
            Optional<EmittedEvent> event,
            List<KeyWrite> writes,
            List<String> endorserMspIds) {

        public Invocation {
            arguments = List.copyOf(arguments);
            writes = List.copyOf(writes);
            endorserMspIds = List.copyOf(endorserMspIds);
        }

        public String function() {
            return arguments.isEmpty() ? "" : arguments.getFirst().toStringUtf8();
        }
    }

    public boolean isValid() {
        return committed.isValid();
    }
}
