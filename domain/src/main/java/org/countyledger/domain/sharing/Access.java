package org.countyledger.domain.sharing;

import java.util.List;
import java.util.Optional;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.contract.Facts;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;

/** What an access record says about the read that it is for. */
public final class Access {
    public static final String OUTCOME = "outcome";
    public static final String GIVEN = "GIVEN";
    public static final String DENIED = "DENIED";

    /** Organisation to which the value was shown; only in records that a disclosure opens. */
    public static final String RECIPIENT = "recipient";

    /** The one record that was asked for. */
    public static final String RECORD = "recordId";

    /** The records that were asked for at once. */
    public static final String RECORDS = "recordIds";

    /** Those of them that may be read. */
    public static final String SHOWN = "shown";

    private static final String SUBJECT = "subject";

    private Access() {}

    static Optional<Header> subject(Situation situation) {
        return situation.record(Kind.ofWireName(situation.text("recordKind")), situation.text(RECORD));
    }

    /** All records of a list; empty if one of them is not there. */
    static List<Header> subjects(Situation situation) {
        Kind kind = Kind.ofWireName(situation.text("recordKind"));
        List<String> ids = situation.clear().texts(RECORDS);
        List<Header> found =
                ids.stream().flatMap(id -> situation.record(kind, id).stream()).toList();
        return found.size() == ids.size() ? found : List.of();
    }

    /** Each record by itself is what it is read for, so each must be worked on. */
    static void judgeList(Situation situation, Draft draft) {
        signed(situation, draft);
        List<Header> subjects = subjects(situation);
        subjects.forEach(record -> draft.link(new Link(SUBJECT, record.kind(), record.id())));
        List<String> shown = subjects.stream()
                .filter(record -> isLive(situation.facts(), record.kind().wireName(), record.id()))
                .filter(record -> record.groups().containsKey(situation.text("group")))
                .filter(record -> Readers.includeInList(
                        record,
                        situation.text("group"),
                        situation.actor(),
                        () -> situation.policies().county(situation.at())))
                .map(Header::id)
                .toList();
        draft.show(SHOWN, shown);
        draft.show(OUTCOME, shown.isEmpty() ? DENIED : GIVEN);
    }

    private static void signed(Situation situation, Draft draft) {
        draft.show("staff", situation.actor().staff().orElse(""));
        draft.show("department", situation.actor().department().orElse(""));
        draft.show("role", situation.actor().role().name());
    }

    static void judge(Situation situation, Draft draft) {
        subject(situation).ifPresent(record -> draft.link(new Link(SUBJECT, record.kind(), record.id())));
        signed(situation, draft);
        Optional<String> recipient = situation.clear().text(RECIPIENT);
        recipient.ifPresent(mspId -> draft.show(RECIPIENT, mspId));
        draft.show(OUTCOME, recipient.isPresent() || isAllowed(situation) ? GIVEN : DENIED);
    }

    private static boolean isAllowed(Situation situation) {
        return subject(situation)
                .filter(record -> isLive(situation.facts(), situation.text("purposeKind"), situation.text("purposeId")))
                .filter(record -> record.groups().containsKey(situation.text("group")))
                .filter(record -> Readers.include(
                        record,
                        situation.text("group"),
                        situation.actor(),
                        () -> situation.policies().county(situation.at())))
                .isPresent();
    }

    /** A purpose is a record that is worked on, or whose resident may still act; an audit engagement is one. */
    public static boolean isLive(Facts facts, String kind, String id) {
        return Kind.find(kind)
                .flatMap(known -> facts.header(known, id))
                .filter(purpose -> !CountyTables.isTerminal(purpose) || hasWindow(purpose))
                .isPresent();
    }

    private static boolean hasWindow(Header purpose) {
        return purpose.running().anyMatch(Clock::window)
                || purpose.awaited().stream().anyMatch(awaited -> awaited.window());
    }
}
