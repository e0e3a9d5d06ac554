package org.countyledger.domain.sharing;

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

    private static final String SUBJECT = "subject";

    private Access() {}

    static Optional<Header> subject(Situation situation) {
        return situation.record(Kind.ofWireName(situation.text("recordKind")), situation.text("recordId"));
    }

    static void judge(Situation situation, Draft draft) {
        subject(situation).ifPresent(record -> draft.link(new Link(SUBJECT, record.kind(), record.id())));
        draft.show("staff", situation.actor().staff().orElse(""));
        draft.show("department", situation.actor().department().orElse(""));
        draft.show("role", situation.actor().role().name());
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
