package org.countyledger.chaincode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.record.ContentKey;
import org.countyledger.domain.record.Digests;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** Private values in the organisations' implicit collections, which need no definition and which only one can read. */
final class PrivateContent {
    private static final String IMPLICIT = "_implicit_org_";

    /** Beside each staged value stands when it was staged, until it is swept (docs/decisions/0008). */
    private static final String MARKS = "staged/";

    private static final String AFTER_MARKS = "staged0";

    private final ChaincodeStub stub;

    PrivateContent(ChaincodeStub stub) {
        this.stub = stub;
    }

    /** A value that came beside the arguments, so that it stands in no transaction. */
    byte[] given(String name) {
        byte[] value = stub.getTransient().get(name);
        if (value == null) {
            throw RefusedException.of(RefusalCode.CONTENT_INVALID);
        }
        return value;
    }

    /** What everybody sees. */
    Optional<String> hash(String mspId, ContentKey key) {
        byte[] hash = stub.getPrivateDataHash(IMPLICIT + mspId, key.text());
        return hash == null || hash.length == 0 ? Optional.empty() : Optional.of(Digests.hex(hash));
    }

    /** What only this organisation's peers hold. */
    byte[] value(String mspId, ContentKey key) {
        return value(mspId, key.text());
    }

    byte[] mark(String mspId, ContentKey key) {
        return value(mspId, MARKS + key.text());
    }

    private byte[] value(String mspId, String key) {
        byte[] value = stub.getPrivateData(IMPLICIT + mspId, key);
        if (value == null || value.length == 0) {
            throw RefusedException.of(RefusalCode.CONTENT_MISSING);
        }
        return value;
    }

    void put(String mspId, ContentKey key, byte[] value) {
        stub.putPrivateData(IMPLICIT + mspId, key.text(), value);
    }

    void putMark(String mspId, ContentKey key, byte[] mark) {
        stub.putPrivateData(IMPLICIT + mspId, MARKS + key.text(), mark);
    }

    /** No peer keeps it, not even in what was written before. */
    void purge(String mspId, ContentKey key) {
        stub.purgePrivateData(IMPLICIT + mspId, key.text());
    }

    void purgeMark(String mspId, ContentKey key) {
        stub.purgePrivateData(IMPLICIT + mspId, MARKS + key.text());
    }

    /** Each key that was staged and not swept yet, with its mark. */
    Map<ContentKey, byte[]> marks(String mspId) {
        try (QueryResultsIterator<KeyValue> found = stub.getPrivateDataByRange(IMPLICIT + mspId, MARKS, AFTER_MARKS)) {
            Map<ContentKey, byte[]> marks = new LinkedHashMap<>();
            for (KeyValue each : found) {
                marks.put(ContentKey.parse(each.getKey().substring(MARKS.length())), each.getValue());
            }
            return marks;
        } catch (Exception e) {
            throw new IllegalStateException("The staged values could not be listed", e);
        }
    }
}
