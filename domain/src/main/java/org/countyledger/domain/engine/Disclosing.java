package org.countyledger.domain.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.countyledger.domain.contract.DisclosureRequest;
import org.countyledger.domain.contract.LedgerKey.OverlayKey;
import org.countyledger.domain.contract.LedgerKey.UsedKey;
import org.countyledger.domain.engine.Acceptance.Opened;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Draft.Entry;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.Refusal;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Request;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.policy.PolicyBook;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Digests;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Group;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.sharing.Access;
import org.countyledger.domain.sharing.Readers;

/**
 * Shows a private value to another organisation (Z07): an access record in the same transaction, an overlay on the record,
 * and no move of its sequence. Who writes the bytes is the contract's business.
 */
public final class Disclosing {
    private static final String RULE = "Z07";
    private static final String ACTION = "disclose";

    private final Tables tables;

    public Disclosing(Tables tables) {
        this.tables = tables;
    }

    /** Decides about a value with these bytes. */
    public Decision decide(DisclosureRequest request, byte[] value, Staging.Asker asker) {
        UsedKey used = new UsedKey(asker.actor().mspId(), request.idempotency().tag());
        Optional<Used> earlier = asker.facts().entry(used, Used.class);
        if (earlier.isPresent()) {
            return earlier.get().mac().equals(request.idempotency().mac())
                    ? new Repeated(earlier.get().txId())
                    : refused(RefusalCode.IDEMPOTENCY_KEY_REUSED);
        }
        Optional<Header> header = asker.facts().header(request.kind(), request.id());
        return header.flatMap(record -> problem(request, record, asker))
                .or(() -> header.flatMap(record -> contentProblem(request, record, value)))
                .or(() -> header.isEmpty() ? Optional.of(RefusalCode.UNKNOWN_RECORD) : Optional.empty())
                .map(Disclosing::refused)
                .orElseGet(() -> accept(request, header.orElseThrow(), asker));
    }

    private static Optional<RefusalCode> problem(DisclosureRequest request, Header record, Staging.Asker asker) {
        boolean late = asker.at(Optional.of(record)).isAfter(request.notAfter());
        if (late) {
            return Optional.of(RefusalCode.COMMAND_EXPIRED);
        }
        PolicyBook policies = new PolicyBook(asker.facts());
        boolean ofHolder = asker.actor().mspId().equals(record.founding().ownerOrg())
                && Readers.include(
                        record,
                        request.group(),
                        asker.actor(),
                        () -> policies.county(asker.moment().at()));
        if (!ofHolder) {
            return Optional.of(RefusalCode.ROLE_NOT_ALLOWED);
        }
        boolean toAnother = !request.recipient().equals(record.founding().ownerOrg())
                && Readers.includeOrganization(record, request.group(), request.recipient());
        if (!toAnother) {
            return Optional.of(RefusalCode.RECIPIENT_NOT_ALLOWED);
        }
        return Access.isLive(
                        asker.facts(),
                        request.purpose().kind().wireName(),
                        request.purpose().id())
                ? Optional.empty()
                : Optional.of(RefusalCode.PURPOSE_ENDED);
    }

    private static Optional<RefusalCode> contentProblem(DisclosureRequest request, Header record, byte[] value) {
        Group group = record.groups().get(request.group());
        if (group == null) {
            return Optional.of(RefusalCode.CONTENT_MISSING);
        }
        return Digests.sha256Hex(value).equals(group.commitment())
                ? Optional.empty()
                : Optional.of(RefusalCode.COMMITMENT_MISMATCH);
    }

    private Decision accept(DisclosureRequest request, Header record, Staging.Asker asker) {
        Situation situation = situation(request, record, asker);
        Opened opened = new Opened(tables, situation, record);
        Opening opening = Opening.of(Kind.ACCESS_RECORD, "J31", clear(request));
        Draft draft =
                opened.draft(opening, RecordId.openedByKey(request.idempotency().tag(), 0));
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(
                        overlay(request, record),
                        Clear.of("accessRecord", draft.founding().id())
                                .with("at", situation.at().toString())),
                new Entry(
                        new UsedKey(asker.actor().mspId(), request.idempotency().tag()),
                        new Used(request.idempotency().mac(), asker.moment().txId()))));
        List<Decision.Change> changes = List.of(opened.run(opening, draft));
        entries.addAll(draft.entries());
        return new Accepted(changes, entries);
    }

    private static OverlayKey overlay(DisclosureRequest request, Header record) {
        long n = Objects.requireNonNull(record.groups().get(request.group()))
                .key()
                .n();
        return new OverlayKey(
                record.kind(), record.id(), "disclosed~" + request.group() + "#" + n + "~" + request.recipient());
    }

    private static Clear clear(DisclosureRequest request) {
        return new Clear(Map.of(
                "recordKind",
                request.kind().wireName(),
                "recordId",
                request.id(),
                "group",
                request.group(),
                "purposeKind",
                request.purpose().kind().wireName(),
                "purposeId",
                request.purpose().id(),
                "purposeCode",
                request.purpose().code(),
                Access.RECIPIENT,
                request.recipient()));
    }

    private Situation situation(DisclosureRequest request, Header record, Staging.Asker asker) {
        Command command = new Command(
                record.kind(),
                record.id(),
                ACTION,
                record.seq(),
                Clear.EMPTY,
                new TreeMap<>(),
                request.idempotency(),
                request.notAfter(),
                List.of());
        return new Situation(
                tables.of(record.kind())
                        .rows(ACTION, Optional.of(record.state()))
                        .getFirst(),
                Optional.of(record),
                new Request(command, asker.actor(), asker.moment()),
                asker.facts());
    }

    private static Decision refused(RefusalCode code) {
        return new Refused(Refusal.of(code, RULE));
    }
}
