package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.countyledger.embedded.simulation.RangeScan;
import org.countyledger.embedded.simulation.SimulationException;
import org.countyledger.embedded.simulation.TxSimulator;
import org.countyledger.embedded.state.BlockStore;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** Answers the ledger calls of a chaincode ({@code core/chaincode/handler.go}). */
final class LedgerRequests {
    private final Supplier<BlockStore> blocks;

    LedgerRequests(Supplier<BlockStore> blocks) {
        this.blocks = blocks;
    }

    /** The payload of the RESPONSE. */
    ByteString answer(TransactionContext context, ChaincodeMessage request)
            throws SimulationException, InvalidProtocolBufferException {
        ByteString payload = request.getPayload();
        TxSimulator simulator = context.simulator();
        String namespace = context.chaincode();
        return switch (request.getType()) {
            case GET_STATE -> {
                GetState get = GetState.parseFrom(payload);
                yield get.getCollection().isEmpty()
                        ? simulator.get(namespace, get.getKey())
                        : PrivateRequests.of(context).get(get.getCollection(), get.getKey());
            }
            case PUT_STATE -> put(context, PutState.parseFrom(payload));
            case DEL_STATE -> delete(context, DelState.parseFrom(payload));
            case PURGE_PRIVATE_DATA -> {
                DelState purge = DelState.parseFrom(payload);
                PrivateRequests.of(context).purge(purge.getCollection(), purge.getKey());
                yield ByteString.EMPTY;
            }
            case GET_STATE_METADATA -> metadata(context, GetStateMetadata.parseFrom(payload));
            case PUT_STATE_METADATA -> putMetadata(context, PutStateMetadata.parseFrom(payload));
            case GET_PRIVATE_DATA_HASH -> {
                GetState get = GetState.parseFrom(payload);
                yield PrivateRequests.of(context).getHash(get.getCollection(), get.getKey());
            }
            case GET_STATE_BY_RANGE -> range(context, GetStateByRange.parseFrom(payload));
            case GET_HISTORY_FOR_KEY -> history(context, GetHistoryForKey.parseFrom(payload));
            case QUERY_STATE_NEXT ->
                next(context, QueryStateNext.parseFrom(payload).getId());
            case QUERY_STATE_CLOSE ->
                close(context, QueryStateClose.parseFrom(payload).getId());
            case GET_QUERY_RESULT -> throw new SimulationException("ExecuteQuery not supported for leveldb");
            default -> throw new SimulationException("not supported by the embedded ledger");
        };
    }

    private static ByteString put(TransactionContext context, PutState put) throws SimulationException {
        if (put.getCollection().isEmpty()) {
            context.simulator().put(context.chaincode(), put.getKey(), put.getValue());
        } else {
            PrivateRequests.of(context).put(put.getCollection(), put.getKey(), put.getValue());
        }
        return ByteString.EMPTY;
    }

    private static ByteString delete(TransactionContext context, DelState delete) throws SimulationException {
        if (delete.getCollection().isEmpty()) {
            context.simulator().delete(context.chaincode(), delete.getKey());
        } else {
            PrivateRequests.of(context).delete(delete.getCollection(), delete.getKey());
        }
        return ByteString.EMPTY;
    }

    private static ByteString metadata(TransactionContext context, GetStateMetadata get) throws SimulationException {
        Map<String, ByteString> metadata = get.getCollection().isEmpty()
                ? context.simulator().metadata(context.chaincode(), get.getKey())
                : PrivateRequests.of(context).metadata(get.getCollection(), get.getKey());
        StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
        metadata.forEach((name, value) ->
                result.addEntries(StateMetadata.newBuilder().setMetakey(name).setValue(value)));
        return result.build().toByteString();
    }

    private static ByteString putMetadata(TransactionContext context, PutStateMetadata put) throws SimulationException {
        StateMetadata entry = put.getMetadata();
        if (put.getCollection().isEmpty()) {
            context.simulator()
                    .putMetadata(context.chaincode(), put.getKey(), Map.of(entry.getMetakey(), entry.getValue()));
        } else {
            PrivateRequests.of(context).putMetadata(put.getCollection(), put.getKey(), entry);
        }
        return ByteString.EMPTY;
    }

    private static ByteString range(TransactionContext context, GetStateByRange range)
            throws SimulationException, InvalidProtocolBufferException {
        if (!range.getCollection().isEmpty()) {
            String iterator = UUID.randomUUID().toString();
            return first(
                    context,
                    iterator,
                    QueryCursor.all(iterator, PrivateRequests.of(context).range(range)));
        }
        QueryMetadata page = QueryMetadata.parseFrom(range.getMetadata());
        String namespace = context.chaincode();
        String id = UUID.randomUUID().toString();
        if (page.getPageSize() > 0 || !page.getBookmark().isEmpty()) {
            String start = page.getBookmark().isEmpty() ? range.getStartKey() : page.getBookmark();
            RangeScan scan = context.simulator().pagedRange(namespace, start, range.getEndKey());
            QueryCursor cursor =
                    QueryCursor.page(id, () -> result(namespace, scan), scan::bookmark, page.getPageSize());
            return cursor.next().toByteString();
        }
        RangeScan scan = context.simulator().range(namespace, range.getStartKey(), range.getEndKey());
        return first(context, id, QueryCursor.all(id, () -> result(namespace, scan)));
    }

    private static ByteString first(TransactionContext context, String id, QueryCursor cursor) {
        QueryResponse response = cursor.next();
        if (response.getHasMore()) {
            context.open(id, cursor);
        }
        return response.toByteString();
    }

    private static Optional<ByteString> result(String namespace, RangeScan scan) {
        return scan.next()
                .map(found -> KV.newBuilder()
                        .setNamespace(namespace)
                        .setKey(found.key())
                        .setValue(found.value().value())
                        .build()
                        .toByteString());
    }

    private ByteString history(TransactionContext context, GetHistoryForKey get) {
        Iterator<KeyModification> changes =
                blocks.get().history(context.chaincode(), get.getKey()).iterator();
        String id = UUID.randomUUID().toString();
        QueryCursor cursor = QueryCursor.all(
                id, () -> changes.hasNext() ? Optional.of(changes.next().toByteString()) : Optional.empty());
        return first(context, id, cursor);
    }

    private static ByteString next(TransactionContext context, String id) throws SimulationException {
        QueryCursor cursor = context.cursor(id).orElseThrow(() -> new SimulationException("query iterator not found"));
        QueryResponse response = cursor.next();
        if (!response.getHasMore()) {
            context.close(id);
        }
        return response.toByteString();
    }

    private static ByteString close(TransactionContext context, String id) {
        context.close(id);
        return QueryResponse.newBuilder().setId(id).build().toByteString();
    }
}
