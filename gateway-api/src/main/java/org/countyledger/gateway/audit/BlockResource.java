package org.countyledger.gateway.audit;

import com.google.protobuf.ByteString;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.block.BlockSummary;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.hyperledger.fabric.protos.common.Block;

/**
 * A block, decoded.
 *
 * @param hash of its header, which the next block names
 * @param commitHash by which peers agree about validity and state after it; none for block 0
 */
@Schema(name = "LedgerBlock")
record BlockResource(
        long number,
        String hash,
        String previousHash,
        String dataHash,
        Optional<String> commitHash,
        List<TransactionResource> transactions) {

    static BlockResource of(Block block, String chaincode) {
        BlockSummary summary = new BlockDecoder(chaincode).block(block);
        return new BlockResource(
                summary.number(),
                hex(summary.hash()),
                hex(summary.previousHash()),
                hex(block.getHeader().getDataHash()),
                BlockMetadataParts.commitHash(block).map(BlockResource::hex),
                summary.transactions().stream().map(TransactionResource::of).toList());
    }

    static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
