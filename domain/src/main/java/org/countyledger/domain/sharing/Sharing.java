package org.countyledger.domain.sharing;

import static org.countyledger.domain.lifecycle.Field.field;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;

/** Who may act for which side of a data-share request. */
final class Sharing {
    static final Field[] BATCH = {
        field("root", FieldType.DIGEST), field("given", FieldType.COUNT), field("denied", FieldType.COUNT),
    };
    private static final String REQUESTER = "requester";
    private static final String PROVIDER = "provider";
    private static final String SUSPENDED_BY = "suspendedBy";

    private Sharing() {}

    static void found(Situation situation, Draft draft) {
        String department = situation.actor().department().orElse("");
        draft.handledBy(situation.actor().mspId(), department);
        draft.show(REQUESTER, department);
    }

    /** From now on the provider owes an answer. */
    static void handOver(Situation situation, Draft draft) {
        String provider = situation.field(PROVIDER).orElse("");
        draft.handledBy(Guards.organizationOf(situation, provider), provider);
    }

    private static boolean isOf(Situation situation, String... sides) {
        boolean exempt = situation.actor().isTimer() || situation.actor().role() == Role.DATA_AUTHORITY;
        return exempt
                || List.of(sides).stream()
                        .map(situation::field)
                        .anyMatch(side -> side.isPresent()
                                && side.equals(situation.actor().department()));
    }

    static Guard byRequester() {
        return Guard.that(situation -> isOf(situation, REQUESTER), RefusalCode.WRONG_DEPARTMENT);
    }

    static Guard byProvider() {
        return Guard.that(situation -> isOf(situation, PROVIDER), RefusalCode.WRONG_DEPARTMENT);
    }

    static Guard byEitherSide() {
        return Guard.that(situation -> isOf(situation, REQUESTER, PROVIDER), RefusalCode.WRONG_DEPARTMENT);
    }

    private static String side(Situation situation) {
        return situation.actor().role() + "@" + situation.actor().department().orElse("");
    }

    static void rememberWhoSuspended(Situation situation, Draft draft) {
        draft.show(SUSPENDED_BY, side(situation));
    }

    static Guard byWhoSuspended() {
        return Guard.that(
                situation -> situation.field(SUSPENDED_BY).equals(Optional.of(side(situation))),
                RefusalCode.WRONG_DEPARTMENT);
    }

    static Optional<Instant> end(Header header) {
        return header.fields().text("until").map(LocalDate::parse).map(CountyTime::endOf);
    }

    static List<Opening> batch(Situation situation) {
        Clear clear = situation.clear().only(Set.of("root", "given", "denied"));
        return List.of(Opening.of(
                Kind.ACCESS_RECORD,
                "J32",
                clear.with("request", situation.header().id())));
    }
}
