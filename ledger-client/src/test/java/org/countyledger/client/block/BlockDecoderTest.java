package org.countyledger.client.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.countyledger.client.block.TransactionSummary.Invocation;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.junit.jupiter.api.Test;

/** Reads what a peer of a real Fabric 3.1.5 network wrote; runs where those recordings are at hand. */
class BlockDecoderTest {
    private static final Path RECORDINGS = Path.of("..", "..", "shared", "data", "fabric-chains");

    @Test
    void every_block_of_a_real_chain_names_the_hash_of_the_one_before() throws IOException {
        List<BlockSummary> blocks = decode("raft.blocks.gz", "ledger");

        assertThat(blocks).hasSize(112);
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).previousHash()).isEqualTo(blocks.get(i - 1).hash());
        }
    }

    @Test
    void the_verdicts_of_a_real_chain_are_read_as_they_are() throws IOException {
        Map<String, Integer> verdicts = new TreeMap<>();
        for (BlockSummary block : decode("raft.blocks.gz", "ledger")) {
            for (TransactionSummary transaction : block.transactions()) {
                verdicts.merge(transaction.committed().codeName(), 1, Integer::sum);
            }
        }

        assertThat(verdicts)
                .isEqualTo(Map.of(
                        "VALID", 114, "ENDORSEMENT_POLICY_FAILURE", 5, "MVCC_READ_CONFLICT", 2, "DUPLICATE_TXID", 5));
    }

    @Test
    void invocations_of_a_real_chain_have_function_endorsers_and_writes() throws IOException {
        List<Invocation> invocations = decode("design.blocks.gz", "county").stream()
                .flatMap(block -> block.transactions().stream())
                .flatMap(transaction -> transaction.invocation().stream())
                .toList();

        assertThat(invocations).isNotEmpty().allSatisfy(invocation -> {
            assertThat(invocation.function()).isNotBlank();
            assertThat(invocation.endorserMspIds()).isNotEmpty();
        });
    }

    private static List<BlockSummary> decode(String name, String chaincode) throws IOException {
        Path file = RECORDINGS.resolve(name);
        assumeTrue(Files.exists(file), "no recordings here");
        BlockDecoder decoder = new BlockDecoder(chaincode);
        List<BlockSummary> blocks = new ArrayList<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            CodedInputStream records = CodedInputStream.newInstance(in.readAllBytes());
            while (!records.isAtEnd()) {
                blocks.add(decoder.block(block(records.readBytes().newCodedInput())));
            }
        }
        return blocks;
    }

    /** The form of a peer's block file (common/ledger/blkstorage/block_serialization.go). */
    private static Block block(CodedInputStream record) throws IOException {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(record.readUInt64())
                .setDataHash(record.readBytes())
                .setPreviousHash(record.readBytes())
                .build();
        BlockData data = BlockData.newBuilder().addAllData(list(record)).build();
        BlockMetadata metadata =
                BlockMetadata.newBuilder().addAllMetadata(list(record)).build();
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
    }

    private static List<ByteString> list(CodedInputStream record) throws IOException {
        List<ByteString> items = new ArrayList<>();
        for (long left = record.readUInt64(); left > 0; left--) {
            items.add(record.readBytes());
        }
        return items;
    }
}
