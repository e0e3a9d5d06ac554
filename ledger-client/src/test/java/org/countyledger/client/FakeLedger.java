package org.countyledger.client;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.client.block.BlockDecoder;
import org.countyledger.client.operation.Committed;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Envelope;

/** One chain of blocks that all fake peers share. */
final class FakeLedger {
    private static final int VALID = 0;
    private static final int DUPLICATE = 9;

    private final BlockDecoder decoder = new BlockDecoder(FakePeer.CHAINCODE);
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Committed> verdicts = new HashMap<>();
    private final Map<String, Envelope> envelopes = new HashMap<>();
    private final List<Envelope> ordered = new ArrayList<>();
    private final List<Integer> nextCodes = new ArrayList<>();

    FakeLedger() {
        append(List.of(), new byte[0]);
    }

    /** The verdicts of the next transactions; then all are valid again. */
    synchronized void judgeNext(Integer... codes) {
        nextCodes.addAll(List.of(codes));
    }

    /** Puts the envelope into a block of its own, as a Raft network does even when it has it already. */
    synchronized void order(Envelope envelope) {
        ordered.add(envelope);
        String txId = FakePeer.txId(envelope);
        int code = verdicts.containsKey(txId) ? DUPLICATE : nextCodes.isEmpty() ? VALID : nextCodes.removeFirst();
        long number = blocks.size();
        append(List.of(envelope), new byte[] {(byte) code});
        verdicts.putIfAbsent(txId, new Committed(code, number));
        envelopes.putIfAbsent(txId, envelope);
        notifyAll();
    }

    private void append(List<Envelope> envelopes, byte[] codes) {
        BlockData.Builder data = BlockData.newBuilder();
        envelopes.forEach(envelope -> data.addData(envelope.toByteString()));
        BlockHeader.Builder header =
                BlockHeader.newBuilder().setNumber(blocks.size()).setDataHash(ByteString.copyFrom(new byte[32]));
        if (!blocks.isEmpty()) {
            header.setPreviousHash(decoder.block(blocks.getLast()).hash());
        }
        blocks.add(Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(BlockMetadata.newBuilder()
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(ByteString.copyFrom(codes)))
                .build());
    }

    /** A block without transactions. */
    synchronized void tick() {
        append(List.of(), new byte[0]);
        notifyAll();
    }

    synchronized int height() {
        return blocks.size();
    }

    synchronized Block block(int number) {
        return blocks.get(number);
    }

    synchronized Optional<Committed> verdict(String txId) {
        return Optional.ofNullable(verdicts.get(txId));
    }

    synchronized Optional<Envelope> envelope(String txId) {
        return Optional.ofNullable(envelopes.get(txId));
    }

    /** Everything that was ever given to be ordered. */
    synchronized List<Envelope> ordered() {
        return List.copyOf(ordered);
    }

    /** Waits a little for a change; callers look again. */
    @SuppressWarnings("WaitNotInLoop") // the callers' conditions differ: they loop
    synchronized void awaitChange() throws InterruptedException {
        wait(20);
    }
}
