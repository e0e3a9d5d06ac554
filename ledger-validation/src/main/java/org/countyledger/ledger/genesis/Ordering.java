package org.countyledger.ledger.genesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.time.Duration;
import java.util.List;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.hyperledger.fabric.protos.orderer.etcdraft.ConfigMetadata;
import org.hyperledger.fabric.protos.orderer.smartbft.Options;

/** How the ordering nodes agree. */
public sealed interface Ordering {
    /** What stands in the Orderer group about it. */
    ConsensusType type(List<Consenter> consenters);

    /** Agrees although fewer than a third of the nodes lie: SmartBFT. */
    record Bft(Options options) implements Ordering {
        /**
         * The timers of Fabric's own sample. Shorter ones let nodes of a busy computer stop for good, silently.
         *
         * @param maxInterval how long a request may wait for others of the same block
         */
        public static Bft sample(BlockCutting cutting, Duration maxInterval) {
            return new Bft(Options.newBuilder()
                    .setRequestBatchMaxCount(cutting.maxMessages())
                    .setRequestBatchMaxBytes(cutting.absoluteMaxBytes())
                    .setRequestBatchMaxInterval(maxInterval.toMillis() + "ms")
                    .setIncomingMessageBufferSize(200)
                    .setRequestPoolSize(100_000)
                    .setRequestForwardTimeout("2s")
                    .setRequestComplainTimeout("20s")
                    .setRequestAutoRemoveTimeout("3m0s")
                    .setViewChangeResendInterval("5s")
                    .setViewChangeTimeout("20s")
                    .setLeaderHeartbeatTimeout("1m0s")
                    .setLeaderHeartbeatCount(10)
                    .setCollectTimeout("1s")
                    .build());
        }

        @Override
        public ConsensusType type(List<Consenter> consenters) {
            return Ordering.type("BFT", options);
        }
    }

    /** Agrees although less than half of the nodes are down, but none may lie. For benchmarks and small computers. */
    record Raft(org.hyperledger.fabric.protos.orderer.etcdraft.Options options) implements Ordering {
        private static final int SNAPSHOT_BYTES = 16 << 20;

        /** The timers of Fabric's own sample. */
        public static Raft sample() {
            return new Raft(org.hyperledger.fabric.protos.orderer.etcdraft.Options.newBuilder()
                    .setTickInterval("500ms")
                    .setElectionTick(10)
                    .setHeartbeatTick(1)
                    .setMaxInflightBlocks(5)
                    .setSnapshotIntervalSize(SNAPSHOT_BYTES)
                    .build());
        }

        @Override
        public ConsensusType type(List<Consenter> consenters) {
            ConfigMetadata.Builder metadata = ConfigMetadata.newBuilder().setOptions(options);
            for (Consenter consenter : consenters) {
                metadata.addConsenters(org.hyperledger.fabric.protos.orderer.etcdraft.Consenter.newBuilder()
                        .setHost(consenter.getHost())
                        .setPort(consenter.getPort())
                        .setClientTlsCert(consenter.getClientTlsCert())
                        .setServerTlsCert(consenter.getServerTlsCert()));
            }
            return Ordering.type("etcdraft", metadata.build());
        }
    }

    private static ConsensusType type(String name, Message metadata) {
        ByteString bytes = metadata.toByteString();
        return ConsensusType.newBuilder().setType(name).setMetadata(bytes).build();
    }
}
