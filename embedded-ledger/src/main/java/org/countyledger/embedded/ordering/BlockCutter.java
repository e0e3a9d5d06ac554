package org.countyledger.embedded.ordering;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;

/** Collects envelopes into batches by Fabric's rules ({@code orderer/common/blockcutter/blockcutter.go}). */
final class BlockCutter {
    private final BatchSettings settings;
    private List<Envelope> pending = new ArrayList<>();
    private long pendingBytes;

    BlockCutter(BatchSettings settings) {
        this.settings = settings;
    }

    /** Batches that this envelope completes, oldest first: none, one, or two. */
    List<List<Envelope>> order(Envelope envelope) {
        List<List<Envelope>> batches = new ArrayList<>(2);
        long bytes = sizeBytes(envelope);
        if (bytes > settings.preferredMaxBytes()) {
            cutInto(batches);
            batches.add(List.of(envelope));
            return batches;
        }
        if (pendingBytes + bytes > settings.preferredMaxBytes()) {
            cutInto(batches);
        }
        pending.add(envelope);
        pendingBytes += bytes;
        if (pending.size() >= settings.maxMessages()) {
            cutInto(batches);
        }
        return batches;
    }

    private void cutInto(List<List<Envelope>> batches) {
        if (hasPending()) {
            batches.add(cut());
        }
    }

    /** Everything pending, as one batch. */
    List<Envelope> cut() {
        List<Envelope> batch = pending;
        pending = new ArrayList<>();
        pendingBytes = 0;
        return batch;
    }

    boolean hasPending() {
        return !pending.isEmpty();
    }

    static long sizeBytes(Envelope envelope) {
        return (long) envelope.getPayload().size() + envelope.getSignature().size();
    }
}
