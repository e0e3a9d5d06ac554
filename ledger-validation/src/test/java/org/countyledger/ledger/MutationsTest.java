package org.countyledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.countyledger.ledger.block.BlockReader;
import org.countyledger.ledger.block.BlockRecord;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.identity.Identity;
import org.countyledger.ledger.policy.SignedData;
import org.countyledger.ledger.validation.BlockValidator;
import org.countyledger.ledger.validation.PreparedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class MutationsTest {
    private static final List<Block> CHAIN = RecordedChains.bundledBlocks();

    private static ByteString flipped(ByteString bytes, Random random) {
        byte[] changed = bytes.toByteArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return ByteString.copyFrom(changed);
    }

    private static ReplayReport replay(List<Block> blocks) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        blocks.forEach(block -> file.writeBytes(BlockRecord.encodeDelimited(block)));
        try (BlockReader reader = BlockReader.of(new ByteArrayInputStream(file.toByteArray()))) {
            return ChainReplay.run(reader, Optional.empty(), ChainReplay.Progress.NONE, 1);
        }
    }

    private static List<Block> firstBlocksWith(Block changed) {
        int number = Math.toIntExact(changed.getHeader().getNumber());
        List<Block> blocks = new ArrayList<>(CHAIN.subList(0, number));
        blocks.add(changed);
        return blocks;
    }

    @Test
    void anEnvelopeWithOneBitChangedIsNeverTheSameValidTransaction() throws InvalidChannelException {
        Random random = new Random(5);
        BlockValidator validator = new BlockValidator(ChannelConfig.of(CHAIN.get(0)));
        for (int i = 0; i < 400; i++) {
            Block block = CHAIN.get(30 + random.nextInt(CHAIN.size() - 30));
            ByteString original =
                    block.getData().getData(random.nextInt(block.getData().getDataCount()));
            ByteString changed = flipped(original, random);
            PreparedTransaction prepared = validator.prepare(changed);
            if (prepared.code() == TxValidationCode.VALID) {
                assertThat(TransactionParts.of(changed).payload())
                        .as("only the outer form may differ, which orderers refuse")
                        .isEqualTo(TransactionParts.of(original).payload());
            }
        }
    }

    @Test
    void anEndorsementWithOneBitChangedCountsForNothing() throws InvalidChannelException {
        Random random = new Random(6);
        ChannelConfig config = ChannelConfig.of(CHAIN.get(0));
        for (int i = 0; i < 200; i++) {
            Block block = CHAIN.get(30 + random.nextInt(CHAIN.size() - 30));
            TransactionParts parts = TransactionParts.of(block.getData().getData(0));
            var action = parts.actionPayload().orElseThrow().getAction();
            Endorsement endorsement = action.getEndorsements(0);
            ByteString payload = action.getProposalResponsePayload();
            ByteString signature = endorsement.getSignature();
            boolean inPayload = random.nextBoolean();
            List<Identity> holding = SignedData.validIdentities(
                    List.of(new SignedData(
                            (inPayload ? flipped(payload, random) : payload).concat(endorsement.getEndorser()),
                            endorsement.getEndorser(),
                            inPayload ? signature : flipped(signature, random))),
                    config.msps());
            assertThat(holding).isEmpty();
        }
    }

    @Test
    void aBlockWithOneBitChangedIsNoticedByTheReplay() throws IOException {
        Random random = new Random(8);
        for (int i = 0; i < 24; i++) {
            Block block = CHAIN.get(1 + random.nextInt(20));
            byte[] record = BlockRecord.encode(block);
            int place = random.nextInt(record.length);
            record[place] ^= (byte) (1 << random.nextInt(8));
            Optional<Block> changed = decode(record);
            if (changed.isPresent()
                    && changed.get().getHeader().getNumber()
                            == block.getHeader().getNumber()
                    && !changed.get().equals(block)) {
                ReplayReport report = replay(firstBlocksWith(changed.get()));
                assertThat(report.agrees())
                        .as("byte %d of block %d", place, block.getHeader().getNumber())
                        .isFalse();
            }
        }
    }

    private static Optional<Block> decode(byte[] record) {
        try {
            return Optional.of(BlockRecord.decode(record));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void aChangedRecordedCodeIsTheFirstDifference() throws IOException {
        Block block = CHAIN.get(12);
        Block changed = block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder().setMetadata(2, ByteString.copyFrom(new byte[] {10})))
                .build();
        ReplayReport report = replay(firstBlocksWith(changed));
        assertThat(report.firstDifference().orElseThrow().toString())
                .contains("block 12 transaction 0")
                .contains("expected VALID, found ENDORSEMENT_POLICY_FAILURE");
        assertThat(report.codesAgreed()).isEqualTo(report.codesRecorded() - 1);
    }

    @Test
    void aMissingQuorumOfOrderersAForeignLinkAndAGapAreProblems() throws IOException {
        Block block = CHAIN.get(4);
        Block unsigned = block.toBuilder()
                .setMetadata(block.getMetadata().toBuilder().setMetadata(0, ByteString.EMPTY))
                .build();
        assertThat(replay(firstBlocksWith(unsigned)).problems())
                .extracting(ReplayReport.Problem::kind)
                .containsExactly(ReplayReport.Kind.ORDERER_SIGNATURES);
        Block unlinked = block.toBuilder()
                .setHeader(block.getHeader().toBuilder().setPreviousHash(ByteString.copyFromUtf8("x")))
                .build();
        assertThat(replay(firstBlocksWith(unlinked)).problems())
                .extracting(ReplayReport.Problem::kind)
                .contains(ReplayReport.Kind.PREVIOUS_HASH, ReplayReport.Kind.ORDERER_SIGNATURES);
        assertThat(replay(List.of(CHAIN.get(0), CHAIN.get(2))).problems())
                .extracting(ReplayReport.Problem::kind)
                .containsExactly(ReplayReport.Kind.BLOCK_NUMBER);
        assertThat(replay(List.of(CHAIN.get(1))).agrees()).isFalse();
        assertThat(replay(List.of()).agrees()).isFalse();
    }

    @Test
    void anotherGenesisThanTheTrustedOneEndsTheReplay() throws IOException {
        try (BlockReader reader = RecordedChains.bundled()) {
            ReplayReport report = ChainReplay.run(
                    reader, Optional.of(ByteString.copyFromUtf8("other")), ChainReplay.Progress.NONE, 1);
            assertThat(report.agrees()).isFalse();
            assertThat(report.blocks()).isZero();
        }
    }
}
