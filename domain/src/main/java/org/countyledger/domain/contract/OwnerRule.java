package org.countyledger.domain.contract;

import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedSet;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.MalformedJson;

/**
 * Who must endorse what is written (architecture.md, rule 1): a record's header the organisation that owns the record and
 * any other; everything else any two. The owner is read from the header itself.
 */
public final class OwnerRule {
    private static final int ENDORSERS = 2;
    private static final String HEADERS = "H~";

    private OwnerRule() {}

    /**
     * Why these endorsements do not suffice; empty where they do.
     *
     * @param written values by key of the county's chaincode, as one transaction writes them; a deleted one is empty
     * @param endorsers MSP ids whose signatures hold
     */
    public static Optional<String> refusal(Map<String, byte[]> written, SortedSet<String> endorsers) {
        if (endorsers.size() < ENDORSERS) {
            return Optional.of("Only " + String.join(", ", endorsers) + " endorsed it, and two organisations must.");
        }
        return written.entrySet().stream()
                .flatMap(entry -> refusal(entry, endorsers).stream())
                .findFirst();
    }

    private static Optional<String> refusal(Entry<String, byte[]> entry, SortedSet<String> endorsers) {
        if (!entry.getKey().startsWith(HEADERS)) {
            return Optional.empty();
        }
        Optional<LedgerKey> key =
                LedgerKey.parse(entry.getKey()).filter(parsed -> parsed.text().equals(entry.getKey()));
        return key.isPresent() && key.get() instanceof HeaderKey header
                ? refusal(header, entry.getValue(), endorsers)
                : Optional.of("The key " + entry.getKey() + " is that of no record.");
    }

    private static Optional<String> refusal(HeaderKey key, byte[] value, SortedSet<String> endorsers) {
        Header header;
        try {
            header = CanonicalJson.read(value, Header.class);
        } catch (MalformedJson e) {
            return Optional.of("The header " + key.text() + " cannot be read.");
        }
        if (header.kind() != key.kind() || !header.id().equals(key.id())) {
            return Optional.of("Under " + key.text() + " stands the header of another record.");
        }
        String owner = header.founding().ownerOrg();
        return endorsers.contains(owner)
                ? Optional.empty()
                : Optional.of("The record belongs to " + owner + ", which did not endorse it; "
                        + String.join(", ", endorsers) + " did.");
    }
}
