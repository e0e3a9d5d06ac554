package org.countyledger.gateway.receipts;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.LedgerClient;
import org.countyledger.client.Query;
import org.countyledger.domain.contract.ReceiptProof;
import org.countyledger.gateway.ledger.CountySettings;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.receipt.EndorsementRule;
import org.countyledger.ledger.receipt.ReceiptVerifier;
import org.countyledger.ledger.receipt.ReceiptVerifier.Demands;
import org.hyperledger.fabric.protos.common.Block;
import org.springframework.stereotype.Component;

/** The genesis block, as a peer shows it; enough to see that a receipt holds before it is handed out. */
@Component
final class TrustedChannel {
    private static final String BLOCKS = "qscc";

    private final LedgerClient client;
    private final CountySettings settings;
    private volatile Optional<ReceiptVerifier> known = Optional.empty();

    TrustedChannel(LedgerClient client, CountySettings settings) {
        this.client = client;
        this.settings = settings;
    }

    ReceiptVerifier verifier(String asker) {
        Optional<ReceiptVerifier> verifier = known;
        if (verifier.isEmpty()) {
            verifier = Optional.of(read(asker));
            known = verifier;
        }
        return verifier.get();
    }

    /** Who checks a receipt demands the owner's endorsement as well; here only what was signed is looked at. */
    private ReceiptVerifier read(String asker) {
        Query query = new Query(BLOCKS, "GetBlockByNumber", List.of(settings.channel(), "0"), false, Optional.empty());
        try {
            ChannelConfig genesis = ChannelConfig.of(Block.parseFrom(client.evaluate(asker, query)));
            return new ReceiptVerifier(genesis, new Demands(ReceiptProof.ATTESTATIONS, EndorsementRule.NONE));
        } catch (InvalidProtocolBufferException | InvalidChannelException e) {
            throw new IllegalStateException("a peer answered GetBlockByNumber 0 with no genesis block", e);
        }
    }
}
