package org.countyledger.embedded.state;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;

/** Committed blocks and their indexes, as one organisation sees them at its own height. */
public interface BlockStore {
    BlockchainInfo chainInfo();

    Optional<Block> block(long number);

    Optional<Block> blockByHash(ByteString headerHash);

    Optional<Block> blockByTransactionId(String transactionId);

    /** Envelope and validation code of the first occurrence of a transaction id. */
    Optional<ProcessedTransaction> transaction(String transactionId);

    /** Whether a transaction of this id is in a block, whatever its code (Fabric's duplicate check). */
    boolean contains(String transactionId);

    /** Every public write of VALID transactions to a key, newest first. */
    List<KeyModification> history(String namespace, String key);
}
