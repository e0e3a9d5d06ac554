package org.countyledger.gateway.contents;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.contract.Functions;
import org.countyledger.domain.contract.ListReadingRequest;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.PrivateValue;
import org.countyledger.domain.sharing.Access;
import org.springframework.stereotype.Component;

/**
 * Reads one private group of several records for an officer: one access record that names them all, then one question. So
 * a list costs two turns of the ledger, however long it is. Nothing is kept.
 */
@Component
public final class ListDesk {
    private final AccessLog log;

    ListDesk(AccessLog log) {
        this.log = log;
    }

    /**
     * What is to be read.
     *
     * @param ids of records, at most {@link ListReadingRequest#MOST}
     * @param purposeCode why; each record is its own purpose
     */
    public record Wish(Kind kind, List<String> ids, String group, String purposeCode) {}

    /**
     * What was read.
     *
     * @param values by record; those that were denied, or that the officer's organisation does not hold, are not in it
     */
    public record Read(String accessRecord, Map<String, PrivateValue> values) {}

    public Read read(ClientIdentity officer, Wish wish) {
        Header access = log.record(
                officer,
                "recordList",
                new Clear(Map.of(
                        "recordKind",
                        wish.kind().wireName(),
                        Access.RECORDS,
                        wish.ids(),
                        "group",
                        wish.group(),
                        "purposeCode",
                        wish.purposeCode())));
        List<String> shown = access.fields().texts(Access.SHOWN);
        return new Read(access.id(), shown.isEmpty() ? Map.of() : values(officer, wish, access.id(), shown));
    }

    private Map<String, PrivateValue> values(ClientIdentity officer, Wish wish, String access, List<String> shown) {
        ListReadingRequest request = new ListReadingRequest(
                wish.kind(), shown, wish.group(), access, Instant.now().plus(AccessLog.VALIDITY));
        Map<?, ?> found =
                CanonicalJson.read(log.ask(officer, Functions.READ_LIST, request, officer.mspId()), Map.class);
        Map<String, PrivateValue> values = new TreeMap<>();
        found.forEach((id, value) ->
                values.put(id.toString(), PrivateValue.parse(Base64.getDecoder().decode(value.toString()))));
        return values;
    }
}
