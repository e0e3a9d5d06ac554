package org.countyledger.embedded.deliver;

import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/** What one kind of stream sends for a block and for the end of a seek. */
interface DeliverForm<R> {
    R block(Block block);

    R status(Status status);

    /** The resource whose policy a reader must satisfy. */
    String resource();

    /** Whole blocks, from a peer. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> blocks() {
        return new PeerForm("event/Block") {
            @Override
            void fill(org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response, Block block) {
                response.setBlock(block);
            }
        };
    }

    /** Ids, codes and event names only. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> filtered() {
        return new PeerForm("event/FilteredBlock") {
            @Override
            void fill(org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response, Block block) {
                response.setFilteredBlock(FilteredBlocks.of(block));
            }
        };
    }

    /** Whole blocks with the reader's private data, of which this ledger keeps none yet. */
    static DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> withPrivateData() {
        return new PeerForm("event/Block") {
            @Override
            void fill(org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response, Block block) {
                response.setBlockAndPrivateData(BlockAndPrivateData.newBuilder().setBlock(block));
            }
        };
    }

    /** Whole blocks, from an orderer. */
    static DeliverForm<DeliverResponse> orderer() {
        return new DeliverForm<>() {
            @Override
            public DeliverResponse block(Block block) {
                return DeliverResponse.newBuilder().setBlock(block).build();
            }

            @Override
            public DeliverResponse status(Status status) {
                return DeliverResponse.newBuilder().setStatus(status).build();
            }

            @Override
            public String resource() {
                return "event/Block";
            }
        };
    }

    /** The forms of {@code protos.Deliver}. */
    abstract class PeerForm implements DeliverForm<org.hyperledger.fabric.protos.peer.DeliverResponse> {
        private final String resource;

        PeerForm(String resource) {
            this.resource = resource;
        }

        abstract void fill(org.hyperledger.fabric.protos.peer.DeliverResponse.Builder response, Block block);

        @Override
        public final org.hyperledger.fabric.protos.peer.DeliverResponse block(Block block) {
            var response = org.hyperledger.fabric.protos.peer.DeliverResponse.newBuilder();
            fill(response, block);
            return response.build();
        }

        @Override
        public final org.hyperledger.fabric.protos.peer.DeliverResponse status(Status status) {
            return org.hyperledger.fabric.protos.peer.DeliverResponse.newBuilder()
                    .setStatus(status)
                    .build();
        }

        @Override
        public final String resource() {
            return resource;
        }
    }
}
