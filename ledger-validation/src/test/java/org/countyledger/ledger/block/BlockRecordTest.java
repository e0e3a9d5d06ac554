package org.countyledger.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.countyledger.ledger.RecordedChains;
import org.countyledger.ledger.rwset.Sha256;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.junit.jupiter.api.Test;

class BlockRecordTest {
    private static final List<Block> CHAIN = RecordedChains.bundledBlocks();

    @Test
    void everyRecordedBlockIsWrittenAgainAsItWasRead() throws IOException {
        for (Block block : CHAIN) {
            assertThat(BlockRecord.decode(BlockRecord.encode(block))).isEqualTo(block);
        }
    }

    @Test
    void recordsFollowOneAnotherInAFileAndATornTailIsNamedByItsPlace() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(BlockRecord.encodeDelimited(CHAIN.get(0)));
        int first = file.size();
        file.writeBytes(BlockRecord.encodeDelimited(CHAIN.get(1)));
        byte[] bytes = file.toByteArray();
        try (BlockReader reader = BlockReader.of(new ByteArrayInputStream(bytes))) {
            assertThat(reader.next()).contains(CHAIN.get(0));
            assertThat(reader.position()).isEqualTo(first);
            assertThat(reader.next()).contains(CHAIN.get(1));
            assertThat(reader.next()).isEmpty();
            assertThat(reader.position()).isEqualTo(bytes.length);
        }
        for (int cut : new int[] {first + 1, first + 2, first + 100, bytes.length - 1}) {
            try (BlockReader reader = BlockReader.of(new ByteArrayInputStream(Arrays.copyOf(bytes, cut)))) {
                assertThat(reader.next()).isPresent();
                assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void bytesThatAreNoBlockAreRefused() throws IOException {
        byte[] junk = new byte[64];
        Arrays.fill(junk, (byte) 0xff);
        try (BlockReader reader = BlockReader.of(new ByteArrayInputStream(junk))) {
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
        }
        byte[] longer = Arrays.copyOf(BlockRecord.encode(CHAIN.get(1)), BlockRecord.encode(CHAIN.get(1)).length + 1);
        assertThatThrownBy(() -> BlockRecord.decode(longer)).hasMessageContaining("too many");
    }

    @Test
    void aHeaderIsHashedAsADerSequenceOfAnUnsignedNumberAndTwoHashes() {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(255)
                .setPreviousHash(ByteString.copyFromUtf8("p"))
                .setDataHash(ByteString.copyFromUtf8("d"))
                .build();
        assertThat(BlockHashes.headerBytes(header).toByteArray())
                .isEqualTo(HexFormat.of().parseHex("300a020200ff040170040164"));
        assertThat(BlockHashes.headerHash(header)).isEqualTo(Sha256.of(BlockHashes.headerBytes(header)));
    }

    @Test
    void codesAndCommitHashAreWrittenAsAPeerWritesThem() {
        Block block = CHAIN.get(5);
        Block stripped = block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder()
                        .setMetadata(2, ByteString.EMPTY)
                        .setMetadata(4, ByteString.EMPTY))
                .build();
        assertThat(BlockMetadataParts.record(
                        stripped, BlockMetadataParts.transactionsFilter(block), BlockMetadataParts.commitHash(block)))
                .isEqualTo(block);
        assertThat(BlockMetadataParts.commitHash(stripped)).isEmpty();
    }

    @Test
    void everyEnvelopeOfARealChainIsInCanonicalFormAndItsResultsParse() throws IOException {
        int transactions = 0;
        for (Block block : CHAIN.subList(1, CHAIN.size())) {
            for (ByteString envelope : block.getData().getDataList()) {
                TransactionParts parts = TransactionParts.of(envelope);
                assertThat(Envelope.parseFrom(envelope).toByteString()).isEqualTo(envelope);
                assertThat(parts.results()).isPresent();
                transactions++;
            }
        }
        assertThat(transactions).isGreaterThan(400);
    }
}
