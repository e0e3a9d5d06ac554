package org.countyledger.embedded.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.embedded.channel.ChaincodeSetup;
import org.countyledger.embedded.testing.HandMadeChaincode;
import org.countyledger.embedded.testing.TestBlocks;
import org.countyledger.embedded.testing.TestState;
import org.countyledger.ledger.rwset.Sha256;
import org.countyledger.ledger.rwset.Version;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetQueryResult;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PurgePrivateState;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request a chaincode can make, by a stream made by hand. */
final class LedgerRequestsTest {
    private static final Version FIRST = new Version(1, 0);
    private static final String OTHERS = "_implicit_org_AuditMSP";
    private static final ChaincodeSetup DEFINITION = ChaincodeSetup.of("basic", "1.0", "OR('AuditMSP.peer')");

    private final TestState state = new TestState();
    private final TestBlocks blocks = new TestBlocks();
    private final HandMadeChaincode chaincode;
    private final ChaincodeConnection connection;
    private ChaincodeCall call;
    private ChaincodeMessage transaction;

    LedgerRequestsTest() throws IOException {
        chaincode = new HandMadeChaincode();
        connection = ChaincodeCall.connection(chaincode.endpoint(), blocks);
        call = ChaincodeCall.start(connection, state, "tx1");
        transaction = ChaincodeMessage.getDefaultInstance();
    }

    @BeforeEach
    void takeTransaction() throws InterruptedException {
        transaction = chaincode.takeTransaction();
    }

    @AfterEach
    void close() {
        connection.close();
        chaincode.close();
    }

    private ByteString answered(ChaincodeMessage.Type type, MessageLite payload) throws InterruptedException {
        ChaincodeMessage answer = chaincode.ask(transaction, type, payload);
        assertThat(answer.getType()).as(answer.getPayload().toStringUtf8()).isEqualTo(ChaincodeMessage.Type.RESPONSE);
        assertThat(answer.getTxid()).isEqualTo(transaction.getTxid());
        assertThat(answer.getChannelId()).isEqualTo(transaction.getChannelId());
        return answer.getPayload();
    }

    private String refused(ChaincodeMessage.Type type, MessageLite payload) throws InterruptedException {
        ChaincodeMessage answer = chaincode.ask(transaction, type, payload);
        assertThat(answer.getType()).isEqualTo(ChaincodeMessage.Type.ERROR);
        return answer.getPayload().toStringUtf8();
    }

    private KVRWSet results() throws Exception {
        chaincode.complete(transaction, 200, "", "");
        call.answer();
        return KVRWSet.parseFrom(call.simulator.results().getNsRwset(0).getRwset());
    }

    @Test
    void getStateAnswersTheValueOrNothing() throws Exception {
        state.put("basic", "k", "v", FIRST);

        assertThat(answered(
                                ChaincodeMessage.Type.GET_STATE,
                                GetState.newBuilder().setKey("k").build())
                        .toStringUtf8())
                .isEqualTo("v");
        assertThat(answered(
                        ChaincodeMessage.Type.GET_STATE,
                        GetState.newBuilder().setKey("absent").build()))
                .isEmpty();
    }

    @Test
    void putAndDelAnswerNothingAndAreRecorded() throws Exception {
        ByteString value = ByteString.copyFromUtf8("v");
        assertThat(answered(
                        ChaincodeMessage.Type.PUT_STATE,
                        PutState.newBuilder().setKey("b").setValue(value).build()))
                .isEmpty();
        assertThat(answered(
                        ChaincodeMessage.Type.DEL_STATE,
                        DelState.newBuilder().setKey("a").build()))
                .isEmpty();

        assertThat(results())
                .isEqualTo(KVRWSet.newBuilder()
                        .addWrites(KVWrite.newBuilder().setKey("a").setIsDelete(true))
                        .addWrites(KVWrite.newBuilder().setKey("b").setValue(value))
                        .build());
    }

    @Test
    void metadataIsReadAndPut() throws Exception {
        ByteString policy = ByteString.copyFromUtf8("policy");
        state.put("basic", "k", "v", new TreeMap<>(Map.of("VALIDATION_PARAMETER", policy)), FIRST);

        assertThat(StateMetadataResult.parseFrom(answered(
                                ChaincodeMessage.Type.GET_STATE_METADATA,
                                GetStateMetadata.newBuilder().setKey("k").build()))
                        .getEntriesList())
                .containsExactly(StateMetadata.newBuilder()
                        .setMetakey("VALIDATION_PARAMETER")
                        .setValue(policy)
                        .build());
        assertThat(answered(
                        ChaincodeMessage.Type.GET_STATE_METADATA,
                        GetStateMetadata.newBuilder().setKey("absent").build()))
                .isEmpty();
        assertThat(answered(
                        ChaincodeMessage.Type.PUT_STATE_METADATA,
                        PutStateMetadata.newBuilder()
                                .setKey("k")
                                .setMetadata(StateMetadata.newBuilder().setMetakey("m"))
                                .build()))
                .isEmpty();
        assertThat(results().getMetadataWrites(0).getEntries(0).getName()).isEqualTo("m");
    }

    @Test
    void rangeComesInHundredsAndTheOneReadAheadIsRecorded() throws Exception {
        fill(150);

        QueryResponse first =
                range(GetStateByRange.newBuilder().setStartKey("k").setEndKey("l"));
        assertThat(first.getResultsCount()).isEqualTo(100);
        assertThat(first.getHasMore()).isTrue();
        assertThat(first.getId()).isNotEmpty();
        KV one = KV.parseFrom(first.getResults(0).getResultBytes());
        assertThat(one.getNamespace()).isEqualTo("basic");
        assertThat(one.getKey()).isEqualTo("k000");
        assertThat(answered(ChaincodeMessage.Type.QUERY_STATE_CLOSE, close(first)))
                .isEqualTo(closed(first));

        RangeQueryInfo info = results().getRangeQueriesInfo(0);
        assertThat(info.getEndKey()).isEqualTo("k100");
        assertThat(info.getItrExhausted()).isFalse();
        assertThat(info.getReadsMerkleHashes().getMaxLevelHashesCount()).isEqualTo(2);
    }

    @Test
    void restOfARangeComesByNextAndEndsTheIterator() throws Exception {
        fill(123);

        QueryResponse first =
                range(GetStateByRange.newBuilder().setStartKey("k").setEndKey("l"));
        QueryStateNext next = QueryStateNext.newBuilder().setId(first.getId()).build();
        QueryResponse rest = QueryResponse.parseFrom(answered(ChaincodeMessage.Type.QUERY_STATE_NEXT, next));

        assertThat(rest.getResultsCount()).isEqualTo(23);
        assertThat(rest.getHasMore()).isFalse();
        assertThat(KV.parseFrom(rest.getResults(22).getResultBytes()).getKey()).isEqualTo("k122");
        assertThat(refused(ChaincodeMessage.Type.QUERY_STATE_NEXT, next))
                .isEqualTo("QUERY_STATE_NEXT failed: transaction ID: tx1: query iterator not found");
        assertThat(answered(ChaincodeMessage.Type.QUERY_STATE_CLOSE, close(first)))
                .isEqualTo(closed(first));
        RangeQueryInfo info = results().getRangeQueriesInfo(0);
        assertThat(info.getItrExhausted()).isTrue();
        assertThat(info.getEndKey()).isEqualTo("l");
    }

    @Test
    void exactlyAHundredResultsAreOneBatchToTheEnd() throws Exception {
        fill(100);

        QueryResponse only = range(GetStateByRange.newBuilder().setStartKey("k").setEndKey("l"));

        assertThat(only.getResultsCount()).isEqualTo(100);
        assertThat(only.getHasMore()).isFalse();
        assertThat(results().getRangeQueriesInfo(0).getItrExhausted()).isTrue();
    }

    @Test
    void emptyRangeAnswersItsIdOnly() throws Exception {
        QueryResponse none = range(GetStateByRange.newBuilder().setStartKey("x").setEndKey("y"));

        assertThat(none)
                .isEqualTo(QueryResponse.newBuilder().setId(none.getId()).build());
        assertThat(none.getId()).isNotEmpty();
    }

    @Test
    void pagesEndExactlyAndContinueAtTheirBookmark() throws Exception {
        fill(25);

        QueryResponse first = page(10, "");
        assertThat(first.getResultsCount()).isEqualTo(10);
        assertThat(first.getHasMore()).isFalse();
        assertThat(QueryResponseMetadata.parseFrom(first.getMetadata()))
                .isEqualTo(QueryResponseMetadata.newBuilder()
                        .setFetchedRecordsCount(10)
                        .setBookmark("k010")
                        .build());
        QueryResponse last = page(20, "k010");
        assertThat(last.getResultsCount()).isEqualTo(15);
        assertThat(QueryResponseMetadata.parseFrom(last.getMetadata()))
                .isEqualTo(QueryResponseMetadata.newBuilder()
                        .setFetchedRecordsCount(15)
                        .build());
        assertThat(refused(
                        ChaincodeMessage.Type.PUT_STATE,
                        PutState.newBuilder().setKey("k").build()))
                .endsWith("Transaction has already performed a paginated query. Writes are not allowed");
        assertThat(results().getRangeQueriesInfo(0).getEndKey()).isEqualTo("k009");
    }

    @Test
    void historyIsNewestFirstAndRecordsNoRead() throws Exception {
        List<KeyModification> history = List.of(
                modification("tx9", "v2", false), modification("tx8", "", true), modification("tx7", "v1", false));
        blocks.history("basic", "k", history);

        QueryResponse response = QueryResponse.parseFrom(answered(
                ChaincodeMessage.Type.GET_HISTORY_FOR_KEY,
                GetHistoryForKey.newBuilder().setKey("k").build()));

        assertThat(response.getResultsList())
                .extracting(result -> KeyModification.parseFrom(result.getResultBytes()))
                .isEqualTo(history);
        chaincode.complete(transaction, 200, "", "");
        call.answer();
        assertThat(call.simulator.results().getNsRwsetList()).isEmpty();
    }

    @Test
    void hashOfAPrivateValueIsOpenToAll() throws Exception {
        ByteString hash = Sha256.of(ByteString.copyFromUtf8("secret"));
        state.define(DEFINITION).putHash("basic", OTHERS, "k", hash, FIRST);

        assertThat(answered(
                        ChaincodeMessage.Type.GET_PRIVATE_DATA_HASH,
                        GetState.newBuilder().setCollection(OTHERS).setKey("k").build()))
                .isEqualTo(hash);
    }

    @Test
    void whoHasNoValueWhereAHashStandsIsToldSo() throws Exception {
        state.define(DEFINITION).putHash("basic", OTHERS, "k", Sha256.of(ByteString.EMPTY), FIRST);

        assertThat(refused(
                        ChaincodeMessage.Type.GET_STATE,
                        GetState.newBuilder().setCollection(OTHERS).setKey("k").build()))
                .isEqualTo("GET_STATE failed: transaction ID: tx1: private data matching public hash version is not"
                        + " available. Public hash version = {BlockNum: 1, TxNum: 0}, Private data version = <nil>");
    }

    @Test
    void aCollectionThatIsNotDefinedIsRefusedInFabricsWords() throws Exception {
        state.define(DEFINITION);
        String prefix = " failed: transaction ID: tx1: ";
        String notFound = prefix + "collection county/basic/c could not be found";
        String notDefined = prefix + "collection [c] not defined in the collection config for chaincode [basic]";

        assertThat(refused(
                        ChaincodeMessage.Type.GET_STATE,
                        GetState.newBuilder().setCollection("c").setKey("k").build()))
                .isEqualTo("GET_STATE" + notFound);
        assertThat(refused(
                        ChaincodeMessage.Type.PUT_STATE,
                        PutState.newBuilder().setCollection("c").setKey("k").build()))
                .isEqualTo("PUT_STATE" + notFound);
        assertThat(refused(
                        ChaincodeMessage.Type.GET_STATE_BY_RANGE,
                        GetStateByRange.newBuilder().setCollection("c").build()))
                .isEqualTo("GET_STATE_BY_RANGE" + notFound);
        assertThat(refused(
                        ChaincodeMessage.Type.GET_PRIVATE_DATA_HASH,
                        GetState.newBuilder().setCollection("c").setKey("k").build()))
                .isEqualTo("GET_PRIVATE_DATA_HASH" + notDefined);
        assertThat(refused(
                        ChaincodeMessage.Type.DEL_STATE,
                        DelState.newBuilder()
                                .setCollection("_implicit_org_NobodyMSP")
                                .setKey("k")
                                .build()))
                .isEqualTo("DEL_STATE" + prefix + "collection [_implicit_org_NobodyMSP] not defined in the collection"
                        + " config for chaincode [basic]");
    }

    @Test
    void publicPurgesAndRichQueriesAreRefusedWithAReason() throws Exception {
        assertThat(refused(
                        ChaincodeMessage.Type.PURGE_PRIVATE_DATA,
                        PurgePrivateState.newBuilder().setKey("k").build()))
                .isEqualTo("PURGE_PRIVATE_DATA failed: transaction ID: tx1: only applicable for private data");
        assertThat(refused(
                        ChaincodeMessage.Type.GET_QUERY_RESULT,
                        GetQueryResult.newBuilder().setQuery("{}").build()))
                .isEqualTo("GET_QUERY_RESULT failed: transaction ID: tx1: ExecuteQuery not supported for leveldb");
    }

    @Test
    void unknownTransactionHasNoLedgerContext() throws Exception {
        ChaincodeMessage other = transaction.toBuilder().setTxid("other").build();

        assertThat(chaincode
                        .ask(
                                other,
                                ChaincodeMessage.Type.GET_STATE,
                                GetState.newBuilder().setKey("k").build())
                        .getPayload()
                        .toStringUtf8())
                .isEqualTo("GET_STATE failed: transaction ID: other: no ledger context");
    }

    private void fill(int keys) {
        for (int i = 0; i < keys; i++) {
            state.put("basic", "k%03d".formatted(i), "v", FIRST);
        }
    }

    private QueryResponse range(GetStateByRange.Builder range) throws Exception {
        return QueryResponse.parseFrom(answered(ChaincodeMessage.Type.GET_STATE_BY_RANGE, range.build()));
    }

    private QueryResponse page(int size, String bookmark) throws Exception {
        QueryMetadata metadata = QueryMetadata.newBuilder()
                .setPageSize(size)
                .setBookmark(bookmark)
                .build();
        return range(
                GetStateByRange.newBuilder().setStartKey("k").setEndKey("l").setMetadata(metadata.toByteString()));
    }

    private static QueryStateClose close(QueryResponse response) {
        return QueryStateClose.newBuilder().setId(response.getId()).build();
    }

    private static ByteString closed(QueryResponse response) {
        return QueryResponse.newBuilder().setId(response.getId()).build().toByteString();
    }

    private static KeyModification modification(String transactionId, String value, boolean isDelete) {
        return KeyModification.newBuilder()
                .setTxId(transactionId)
                .setValue(ByteString.copyFromUtf8(value))
                .setTimestamp(Timestamp.newBuilder().setSeconds(1_700_000_000))
                .setIsDelete(isDelete)
                .build();
    }
}
