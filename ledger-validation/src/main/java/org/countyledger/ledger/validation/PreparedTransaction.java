package org.countyledger.ledger.validation;

import java.util.List;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.identity.Identity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * A transaction whose signatures are checked: all of the validation that needs neither state nor other transactions.
 *
 * @param code VALID, or why the envelope itself is refused
 * @param endorsers identities whose endorsements hold, each once, in order
 * @param config the configuration it was checked under
 */
public record PreparedTransaction(
        TransactionParts parts, TxValidationCode code, List<Identity> endorsers, ChannelConfig config) {
    public PreparedTransaction {
        endorsers = List.copyOf(endorsers);
    }
}
