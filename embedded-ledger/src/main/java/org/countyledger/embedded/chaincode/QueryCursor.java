package org.countyledger.embedded.chaincode;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/**
 * Results on their way to a chaincode, 100 at a time. The peer takes one more than it sends, and that one is recorded as
 * read ({@code core/chaincode/query_response_generator.go}).
 */
final class QueryCursor {
    private static final int BATCH = 100;
    private static final int TOTAL_LIMIT = 100_000;

    private final String id;
    private final Supplier<Optional<ByteString>> results;
    private final Optional<Supplier<String>> bookmark;
    private final int limit;
    private List<ByteString> pending = new ArrayList<>();
    private int taken;

    private QueryCursor(
            String id, Supplier<Optional<ByteString>> results, Optional<Supplier<String>> bookmark, int limit) {
        this.id = id;
        this.results = results;
        this.bookmark = bookmark;
        this.limit = limit;
    }

    static QueryCursor all(String id, Supplier<Optional<ByteString>> results) {
        return new QueryCursor(id, results, Optional.empty(), TOTAL_LIMIT);
    }

    static QueryCursor page(
            String id, Supplier<Optional<ByteString>> results, Supplier<String> bookmark, int pageSize) {
        int limit = pageSize > 0 ? Math.min(pageSize, TOTAL_LIMIT) : TOTAL_LIMIT;
        return new QueryCursor(id, results, Optional.of(bookmark), limit);
    }

    QueryResponse next() {
        while (taken < limit) {
            Optional<ByteString> result = results.get();
            if (result.isEmpty()) {
                return last();
            }
            taken++;
            if (bookmark.isEmpty() && pending.size() == BATCH) {
                QueryResponse.Builder batch = cut().setHasMore(true);
                pending.add(result.get());
                return batch.build();
            }
            pending.add(result.get());
        }
        return last();
    }

    private QueryResponse last() {
        QueryResponse.Builder response = cut();
        bookmark.ifPresent(next -> response.setMetadata(QueryResponseMetadata.newBuilder()
                .setFetchedRecordsCount(taken)
                .setBookmark(next.get())
                .build()
                .toByteString()));
        return response.build();
    }

    private QueryResponse.Builder cut() {
        QueryResponse.Builder response = QueryResponse.newBuilder().setId(id);
        pending.forEach(
                result -> response.addResults(QueryResultBytes.newBuilder().setResultBytes(result)));
        pending = new ArrayList<>();
        return response;
    }
}
