package org.countyledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.state.UpdateBatch;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What a block's validation decides.
 *
 * @param codes one per transaction
 * @param updates what the VALID ones change
 * @param newConfig the configuration in force from the next block on, if this block brings one
 */
public record BlockDecision(List<TxValidationCode> codes, UpdateBatch updates, Optional<ChannelConfig> newConfig) {
    public BlockDecision {
        codes = List.copyOf(codes);
    }

    /** The codes as they stand in the block's metadata: one byte per transaction. */
    public ByteString transactionsFilter() {
        byte[] filter = new byte[codes.size()];
        for (int i = 0; i < filter.length; i++) {
            filter[i] = (byte) codes.get(i).getNumber();
        }
        return ByteString.copyFrom(filter);
    }
}
