package org.countyledger.chaincode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.contract.LedgerKey;
import org.countyledger.domain.contract.LedgerKey.EventKey;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.Page;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Moment;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.policy.County;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/** The world state of one transaction, by the county's keys. Each key is asked for once. */
final class LedgerState implements Facts {
    private final ChaincodeStub stub;
    private final PrivateContent content;
    private final Map<String, byte[]> read = new HashMap<>();
    private final ParsedValues parsed;

    LedgerState(ChaincodeStub stub, ParsedValues parsed) {
        this.stub = stub;
        this.parsed = parsed;
        this.content = new PrivateContent(stub);
    }

    @Override
    public Optional<Header> header(Kind kind, String id) {
        return entry(new HeaderKey(kind, id), Header.class);
    }

    @Override
    public <T> Optional<T> entry(LedgerKey key, Class<T> type) {
        byte[] value = value(key);
        return value.length == 0 ? Optional.empty() : Optional.of(parsed.of(key, value, type));
    }

    private byte[] value(LedgerKey key) {
        return read.computeIfAbsent(key.text(), stub::getState);
    }

    @Override
    public Optional<String> contentHash(String mspId, ContentKey key) {
        return content.hash(mspId, key);
    }

    PrivateContent content() {
        return content;
    }

    /** Where and when this transaction runs; the time is the client's. */
    Moment moment(TransactionTime time, String chaincode) {
        return new Moment(time.checked(stub.getTxTimestamp()), stub.getTxId(), stub.getChannelId(), chaincode);
    }

    /** Writes what was decided. A new header's key is read first, so that two creations conflict. */
    void write(Accepted accepted) {
        for (Change change : accepted.changes()) {
            Header header = change.header();
            HeaderKey key = new HeaderKey(header.kind(), header.id());
            if (change.creates() && value(key).length > 0) {
                throw RefusedException.of(RefusalCode.ALREADY_EXISTS);
            }
            put(key, header);
            if (change.creates()) {
                stub.setStateValidationParameter(
                        key.text(), HeaderPolicy.of(header.founding().ownerOrg(), organizations(header)));
            }
            EventKey event =
                    new EventKey(header.kind(), header.id(), change.event().seq());
            stub.putState(event.text(), change.eventJson());
        }
        for (Entry entry : accepted.entries()) {
            put(entry.key(), entry.value());
        }
        accepted.purges().forEach(purge -> content.purge(purge.mspId(), purge.key()));
    }

    /** The county's, or those that the very first policy names. */
    private SortedSet<String> organizations(Header created) {
        return new PolicyBook(this)
                .county(created.position().at())
                .map(County::organizations)
                .orElseGet(() ->
                        County.organizations(created.fields().object("entries").orElse(Clear.EMPTY)));
    }

    private void put(LedgerKey key, Object value) {
        stub.putState(key.text(), CanonicalJson.write(value));
    }

    void announce(String name, Object payload) {
        stub.setEvent(name, CanonicalJson.write(payload));
    }

    @Override
    public SortedMap<String, Clear> overlays(Kind kind, String id) {
        SortedMap<String, Clear> overlays = new TreeMap<>();
        String start = new OverlayKey(kind, id, "").text();
        for (KeyValue found : range(start, start + "~")) {
            overlays.put(found.getKey().substring(start.length()), CanonicalJson.read(found.getValue(), Clear.class));
        }
        return overlays;
    }

    List<Event> events(Kind kind, String id, long first, int most) {
        List<Event> events = new ArrayList<>();
        String start = new EventKey(kind, id, first).text();
        for (KeyValue found : range(start, LedgerKey.afterEvents(kind, id))) {
            if (events.size() == most) {
                break;
            }
            events.add(CanonicalJson.read(found.getValue(), Event.class));
        }
        return events;
    }

    Page headers(Kind kind, int pageSize, String bookmark) {
        QueryResultsIteratorWithMetadata<KeyValue> results = stub.getStateByRangeWithPagination(
                LedgerKey.firstHeader(kind), LedgerKey.afterHeaders(kind), pageSize, bookmark);
        try (results) {
            List<Header> headers = new ArrayList<>();
            results.forEach(found -> headers.add(CanonicalJson.read(found.getValue(), Header.class)));
            QueryResponseMetadata metadata = results.getMetadata();
            return new Page(headers, headers.size() < pageSize ? "" : metadata.getBookmark());
        } catch (Exception e) {
            throw new IllegalStateException("The list of " + kind.wireName() + " could not be read", e);
        }
    }

    private List<KeyValue> range(String start, String end) {
        try (QueryResultsIterator<KeyValue> results = stub.getStateByRange(start, end)) {
            List<KeyValue> found = new ArrayList<>();
            results.forEach(found::add);
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("A range of keys could not be read", e);
        }
    }
}
