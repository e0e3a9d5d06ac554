package org.countyledger.embedded.privatedata;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.peer.StaticCollectionConfig;

/** Brings clear write sets to the members of their collections, before an endorsement is answered. */
public final class Distribution {
    private final PrivateStores stores;
    private final List<String> mspIds;
    private final Predicate<String> isRunning;

    public Distribution(PrivateStores stores, List<String> mspIds, Predicate<String> isRunning) {
        this.stores = stores;
        this.mspIds = List.copyOf(mspIds);
        this.isRunning = isRunning;
    }

    /** What an endorsed transaction writes in clear, and where it was endorsed. */
    public record Endorsed(String transactionId, String endorser, List<PrivateSet> sets) {
        public Endorsed {
            sets = List.copyOf(sets);
        }
    }

    /** Why the endorsement must fail; empty where every running member has its sets, and nobody else any. */
    public Optional<String> distribute(Endorsed endorsed, PeerState peer) {
        for (PrivateSet set : endorsed.sets()) {
            Optional<StaticCollectionConfig> config =
                    peer.collections().find(peer.state(), set.namespace(), set.collection());
            long others = members(config).stream()
                    .filter(mspId -> !mspId.equals(endorsed.endorser()))
                    .count();
            int required =
                    config.map(StaticCollectionConfig::getRequiredPeerCount).orElse(0);
            if (others < required) {
                return Optional.of("failed to distribute private collection, txID " + endorsed.transactionId()
                        + ", channel " + peer.collections().channelId()
                        + ": could not build private data dissemination plan for chaincode " + set.namespace()
                        + " and collection " + set.collection() + ": required to disseminate to at least " + required
                        + " peers, but know of only " + others + " eligible peers");
            }
        }
        for (String mspId : mspIds) {
            List<PrivateSet> own = endorsed.sets().stream()
                    .filter(set -> members(peer.collections().find(peer.state(), set.namespace(), set.collection()))
                            .contains(mspId))
                    .toList();
            if (!own.isEmpty()) {
                stores.of(mspId).stage(endorsed.transactionId(), peer.state().height(), own);
            }
        }
        return Optional.empty();
    }

    private List<String> members(Optional<StaticCollectionConfig> config) {
        return mspIds.stream()
                .filter(isRunning)
                .filter(mspId -> config.isPresent() && CollectionConfigs.isMember(config.get(), mspId))
                .toList();
    }
}
