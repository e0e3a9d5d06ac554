package org.countyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.embedded.testing.RealPeer;
import org.countyledger.embedded.testing.ThrowawayNetwork;
import org.countyledger.ledger.block.BlockMetadataParts;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer of Fabric's own joins our channel, pulls our blocks and validates them: it must find what we found. */
class RealPeerAsJudgeTest {
    private static final int ROUNDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aRealPeerFindsTheSameCodesAndCommitHashes(long seed, @TempDir Path home) throws Exception {
        Optional<Path> program = RealPeer.program();
        assumeTrue(program.isPresent(), RealPeer.NOT_FOUND);
        try (PrivateNetwork county = new PrivateNetwork(
                ThrowawayNetwork.builder().orderer(RealPeer.freePort()).chaincode("keys", KeyChaincode::new))) {
            JudgedWorkload workload = new JudgedWorkload(seed, county);
            for (int i = 0; i < ROUNDS; i++) {
                workload.round();
            }
            List<Block> ours = Blocks.all(county.network.ledger());
            assertThat(codes(ours))
                    .contains(
                            TxValidationCode.VALID,
                            TxValidationCode.MVCC_READ_CONFLICT,
                            TxValidationCode.PHANTOM_READ_CONFLICT,
                            TxValidationCode.ENDORSEMENT_POLICY_FAILURE,
                            TxValidationCode.DUPLICATE_TXID);

            assertSame(judged(program.get(), home, county, ours), ours);
        }
    }

    private static List<Block> judged(Path program, Path home, PrivateNetwork county, List<Block> ours)
            throws Exception {
        try (RealPeer peer = RealPeer.start(program, home, county.network.organization("EcologyMSP"))) {
            peer.join(ours.getFirst());
            return peer.blocks("county", ours.size() - 1L);
        }
    }

    private static Set<TxValidationCode> codes(List<Block> blocks) {
        Set<TxValidationCode> codes = EnumSet.noneOf(TxValidationCode.class);
        blocks.forEach(block -> codes.addAll(BlockMetadataParts.recordedCodes(block)));
        return codes;
    }

    private static void assertSame(List<Block> theirs, List<Block> ours) {
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 1; i < ours.size(); i++) {
            assertThat(BlockMetadataParts.recordedCodes(theirs.get(i)))
                    .as("codes of block " + i)
                    .isEqualTo(BlockMetadataParts.recordedCodes(ours.get(i)));
            assertThat(BlockMetadataParts.commitHash(theirs.get(i)))
                    .as("COMMIT_HASH of block " + i)
                    .isEqualTo(BlockMetadataParts.commitHash(ours.get(i)));
        }
    }
}
