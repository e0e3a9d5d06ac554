package org.countyledger.embedded.deliver;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.countyledger.embedded.channel.AccessControl;
import org.countyledger.ledger.policy.SignedData;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;

/** What one kind of stream sends for a block and for the end of a seek. */
interface DeliverForm<R> {
    /** Metadata that peers add to a block. */
    List<Integer> PEERS_ENTRIES =
            List.of(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, BlockMetadataIndex.COMMIT_HASH_VALUE);

    /** {@code reader} is whose seek is answered. */
    R block(Block block, SignedData reader);

    R status(Status status);

    /** Why a reader may not have blocks of this form; empty where it may. */
    Optional<String> refusal(AccessControl access, SignedData reader);

    /** Whole blocks, from a peer. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> blocks() {
        return new PeerForm("event/Block") {
            @Override
            void fill(
                    org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response,
                    Block block,
                    SignedData reader) {
                response.setBlock(block);
            }
        };
    }

    /** Ids, codes and event names only. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> filtered() {
        return new PeerForm("event/FilteredBlock") {
            @Override
            void fill(
                    org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response,
                    Block block,
                    SignedData reader) {
                response.setFilteredBlock(FilteredBlocks.of(block));
            }
        };
    }

    /** Whole blocks with the private data of the collections that the reader belongs to. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> withPrivateData(PrivateSource source) {
        return new PeerForm("event/Block") {
            @Override
            void fill(
                    org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response,
                    Block block,
                    SignedData reader) {
                response.setBlockAndPrivateData(PrivateBlocks.of(block, reader.identity(), source));
            }
        };
    }

    /** Whole blocks, from an orderer, which knows nothing of their validity. */
    static DeliverForm<DeliverResponse> orderer() {
        return new DeliverForm<>() {
            @Override
            public DeliverResponse block(Block block, SignedData reader) {
                return DeliverResponse.newBuilder().setBlock(asOrdered(block)).build();
            }

            @Override
            public DeliverResponse status(Status status) {
                return DeliverResponse.newBuilder().setStatus(status).build();
            }

            @Override
            public Optional<String> refusal(AccessControl access, SignedData reader) {
                return access.policyRefusal(AccessControl.CHANNEL_READERS, reader);
            }
        };
    }

    private static Block asOrdered(Block committed) {
        Block.Builder block = committed.toBuilder();
        for (int entry : PEERS_ENTRIES) {
            if (entry < committed.getMetadata().getMetadataCount()) {
                block.getMetadataBuilder().setMetadata(entry, ByteString.EMPTY);
            }
        }
        return block.build();
    }

    /** The forms of {@code protos.Deliver}. */
    abstract class PeerForm implements DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> {
        private final String resource;

        PeerForm(String resource) {
            this.resource = resource;
        }

        abstract void fill(
                org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response, Block block, SignedData reader);

        @Override
        public final org.hyperledger.fabric.protos.peer.DeliverResponse block(Block block, SignedData reader) {
            var response = org.hyperledger.fabric.protos.peer.DeliverResponse.newBuilder();
            fill(response, block, reader);
            return response.build();
        }

        @Override
        public final org.hyperledger.fabric.protos.peer.DeliverResponse status(Status status) {
            return org.hyperledger.fabric.protos.peer.DeliverResponse.newBuilder()
                    .setStatus(status)
                    .build();
        }

        @Override
        public final Optional<String> refusal(AccessControl access, SignedData reader) {
            return access.refusal(resource, reader);
        }
    }
}
