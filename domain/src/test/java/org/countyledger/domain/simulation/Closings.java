package org.countyledger.domain.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.engine.Decision.Change;
import org.countyledger.domain.record.Clock;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Event.Signer;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordKey;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;

/** Nothing is closed in a resident's name: by the resident's key, or when a window is over that a proved delivery began. */
final class Closings {
    /** Steps that end a case by silence, and the window whose end they wait for. */
    private static final Map<String, String> BY_SILENCE =
            Map.of("B33", "CONFIRM", "A45", "RECON_WINDOW", "A46", "RECON_WINDOW", "K68", "ASK", "A06", "CORRECT");

    private static final List<String> BY_KEY = List.of("B28", "B30", "B44", "A54", "A55", "K66");

    private final TestCounty county;

    Closings(TestCounty county) {
        this.county = county;
    }

    void check(Optional<Header> before, Change change) {
        String rule = change.event().step().rule();
        if (BY_KEY.contains(rule)) {
            require(
                    isSignedByHolder(before.orElseThrow(), change.event()),
                    rule + " without the resident's key",
                    change);
        }
        if (BY_SILENCE.containsKey(rule)) {
            Header header = before.orElseThrow();
            Clock window = header.clock(BY_SILENCE.getOrDefault(rule, "")).orElseThrow();
            require(!change.event().at().isBefore(window.dueAt()), rule + " before the window was over", change);
            require(
                    rule.equals("A06") ? isDelivered(header, "list") : beganWithDelivery(header, window),
                    rule + " without a proved delivery",
                    change);
        }
        boolean closed = change.header().kind() == Kind.GRIEVANCE
                && change.header().state().equals("CLOSED")
                && before.filter(header -> header.state().equals("CLOSED")).isEmpty();
        require(!closed || BY_KEY.contains(rule), "closed by " + rule, change);
    }

    private boolean isSignedByHolder(Header header, Event event) {
        Header holder = header.kind() == Kind.DISBURSEMENT ? parent(header) : header;
        return event.signers().stream()
                .filter(signer -> signer.keyRole() == KeyRole.HOLDER)
                .map(Signer::spki)
                .anyMatch(spki -> holder.keys().stream().map(RecordKey::spki).anyMatch(spki::equals));
    }

    private Header parent(Header header) {
        Header.Link link = header.link(Header.Link.PARENT).orElseThrow();
        return county.header(new Target(link.kind(), link.id()));
    }

    /** The event that started the window is the record of a receipt that is delivered; conclusions wait for theirs before. */
    private boolean beganWithDelivery(Header header, Clock window) {
        List<Event> events = county.events(Target.of(header));
        boolean concluded = events.stream()
                .anyMatch(
                        event -> event.step().rule().equals("B26") && event.at().equals(window.startedAt()));
        return concluded
                ? isDelivered(header, "opinion")
                : events.stream()
                        .filter(event -> event.step().rule().equals("Z06"))
                        .filter(event -> event.clocks().stream()
                                .anyMatch(clock -> clock.name().equals(window.name())
                                        && clock.n() == window.n()
                                        && clock.started().isPresent()))
                        .anyMatch(this::namesAProof);
    }

    private boolean namesAProof(Event delivery) {
        Target receipt = new Target(
                Kind.DELIVERY_RECEIPT, delivery.clear().text("receiptId").orElse(""));
        return county.find(receipt)
                .filter(header -> header.state().equals("DELIVERED")
                        && header.group("proof").isPresent())
                .isPresent();
    }

    private boolean isDelivered(Header header, String group) {
        return county.events(Target.of(header)).stream()
                .filter(event -> event.step().rule().equals("Z06"))
                .filter(event -> event.clear().text("group").equals(Optional.of(group)))
                .anyMatch(this::namesAProof);
    }

    private static void require(boolean holds, String otherwise, Change change) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + change.header().kind() + " "
                    + change.header().id());
        }
    }
}
