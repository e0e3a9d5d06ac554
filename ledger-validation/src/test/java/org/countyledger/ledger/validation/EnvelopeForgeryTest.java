package org.countyledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.countyledger.ledger.RecordedChains;
import org.countyledger.ledger.block.TransactionParts;
import org.countyledger.ledger.channel.ChannelConfig;
import org.countyledger.ledger.channel.InvalidChannelException;
import org.countyledger.ledger.state.InMemoryState;
import org.countyledger.ledger.testing.BlindChange;
import org.countyledger.ledger.testing.TestNetwork;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

/**
 * Seeded changes to endorsed envelopes: {@code -Dcounty.mutations=100000} for all of them, {@code -Dcounty.seed} for others.
 * Accepted would be a transaction that is VALID and says anything else than what was endorsed.
 */
class EnvelopeForgeryTest {
    private static final int COUNT = Integer.getInteger("county.mutations", 3_000);
    private static final List<Insider.Sort> SORTS = List.of(Insider.Sort.values());
    private static final long SEED = Long.getLong("county.seed", 20_261_126L);

    /**
     * What a transaction says and in whose name: everything but who endorsed it and how that is written down.
     *
     * @param headers the channel's and the creator's, as they were signed
     */
    private record Said(ByteString headers, ByteString proposal, ByteString response) {
        static Said by(ByteString envelope) {
            TransactionParts parts = TransactionParts.of(envelope);
            var header = parts.payload().orElseThrow().getHeader();
            var action = parts.actionPayload().orElseThrow();
            return new Said(
                    header.getChannelHeader().concat(header.getSignatureHeader()),
                    action.getChaincodeProposalPayload(),
                    action.getAction().getProposalResponsePayload());
        }
    }

    private static List<ByteString> recorded(List<Block> chain) {
        return chain.stream()
                .skip(1)
                .flatMap(block -> block.getData().getDataList().stream())
                .filter(envelope -> TransactionParts.of(envelope).isEndorserTransaction())
                .toList();
    }

    /** A change outside of what the client signed may leave a transaction what it was: then it has the same id, too. */
    @Test
    void noChangeToARecordedEnvelopeMakesAnotherValidTransaction() throws InvalidChannelException {
        Random random = new Random(SEED);
        List<Block> chain = RecordedChains.bundledBlocks();
        List<ByteString> originals = recorded(chain);
        BlockValidator validator = new BlockValidator(ChannelConfig.of(chain.get(0)));
        Map<TxValidationCode, Integer> codes = new TreeMap<>();
        int sameBytes = 0;
        for (int i = 0; i < COUNT; i++) {
            ByteString original = originals.get(random.nextInt(originals.size()));
            ByteString changed = BlindChange.of(original, random);
            if (changed.equals(original)) {
                sameBytes++;
                continue;
            }
            PreparedTransaction prepared = validator.prepare(changed);
            codes.merge(prepared.code(), 1, Integer::sum);
            if (prepared.code() == TxValidationCode.VALID) {
                assertThat(TransactionParts.of(changed).payload().orElseThrow())
                        .as("change %d, seed %d", i, SEED)
                        .isEqualTo(TransactionParts.of(original).payload().orElseThrow());
                assertThat(validator
                                .validate(blockOf(changed), new InMemoryState(), isThere(original))
                                .codes())
                        .containsExactly(TxValidationCode.DUPLICATE_TXID);
            }
        }
        int outer = codes.getOrDefault(TxValidationCode.VALID, 0);
        System.out.printf(
                "envelopes: %d mutations (seed %d, %d left the bytes as they were), accepted: 0; %d changed only the"
                        + " unsigned outer form and are DUPLICATE_TXID beside the original%n  %s%n",
                COUNT, SEED, sameBytes, outer, codes);
        assertThat(codes).containsKey(TxValidationCode.BAD_CREATOR_SIGNATURE);
    }

    private static Predicate<String> isThere(ByteString original) {
        return TransactionParts.of(original).transactionId()::equals;
    }

    private static Block blockOf(ByteString envelope) {
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(1))
                .setData(BlockData.newBuilder().addData(envelope))
                .build();
    }

    /** The client is in the attack: whatever is changed is signed anew by it, so only the endorsers are in the way. */
    @Test
    void whatAMemberChangesAndSignsAnewIsNeverValid() {
        Random random = new Random(SEED);
        TestNetwork network = new TestNetwork();
        List<ByteString> originals = endorsed(network);
        originals.forEach(
                original -> assertThat(network.decide(original).codes()).containsExactly(TxValidationCode.VALID));
        Insider insider = new Insider(network, originals, random);
        Map<Insider.Sort, Integer> tried = new EnumMap<>(Insider.Sort.class);
        Map<TxValidationCode, Integer> codes = new TreeMap<>();
        for (int i = 0; i < COUNT; i++) {
            Insider.Sort sort = random.nextBoolean() ? Insider.Sort.BLIND : anyOf(random);
            ByteString original = originals.get(random.nextInt(originals.size()));
            ByteString changed = insider.change(sort, original);
            TxValidationCode code = network.decide(changed).codes().get(0);
            tried.merge(sort, 1, Integer::sum);
            codes.merge(code, 1, Integer::sum);
            if (code == TxValidationCode.VALID) {
                assertThat(sort).as("change %d, seed %d", i, SEED).isEqualTo(Insider.Sort.BLIND);
                assertThat(Said.by(changed)).isEqualTo(Said.by(original));
            }
        }
        System.out.printf(
                "envelopes signed anew by their client: %d mutations (seed %d), accepted: 0; %d say what was endorsed"
                        + " in another form%n  %s%n  %s%n",
                COUNT, SEED, codes.getOrDefault(TxValidationCode.VALID, 0), tried, codes);
        assertThat(tried).containsOnlyKeys(Insider.Sort.values());
    }

    private static Insider.Sort anyOf(Random random) {
        return SORTS.get(random.nextInt(SORTS.size()));
    }

    private static List<ByteString> endorsed(TestNetwork network) {
        network.commit(
                network.transaction().write("known", "1").endorsedBy("A", "B"),
                network.transaction()
                        .write("own", "1")
                        .protect("own", "AND('C.peer', 'A.peer')")
                        .endorsedBy("A", "B"));
        return List.of(
                network.transaction().write("one", "1").endorsedBy("A", "B").envelope(),
                network.transaction()
                        .read("known")
                        .write("known", "2")
                        .endorsedBy("B", "C")
                        .envelope(),
                network.transaction()
                        .read("known")
                        .delete("known")
                        .endorsedBy("C", "A")
                        .envelope(),
                network.transaction()
                        .read("own")
                        .write("own", "2")
                        .endorsedBy("A", "C")
                        .envelope());
    }
}
