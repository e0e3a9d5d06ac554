package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.contract.LedgerKey.PointerKey;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.time.CountyTime;

/** What must be true of daily checkpoints; the pointer names the last one that is published. */
final class Checkpoints {
    static final PointerKey POINTER = new PointerKey("checkpoint");
    static final Field[] CLAIM = {
        field("fromBlock", FieldType.COUNT),
        field("toBlock", FieldType.COUNT),
        field("root", FieldType.DIGEST),
        field("headerHash", FieldType.DIGEST),
    };
    private static final FieldType SHARE = new FieldType.Composite(List.of(
            field("category", FieldType.CODE),
            field("town", FieldType.TOWN),
            field("provider", FieldType.NAME),
            field("count", FieldType.COUNT)));
    private static final FieldType SLOTS = new FieldType.Composite(
            List.of(field("resource", FieldType.NAME), field("day", FieldType.DATE), field("free", FieldType.COUNT)));
    static final Field[] TEXT = Stream.concat(
                    Stream.of(CLAIM),
                    Stream.of(
                            field("providerShares", new FieldType.ListOf(SHARE, 0, 2000)),
                            field("freeSlots", new FieldType.ListOf(SLOTS, 0, 5000))))
            .toArray(Field[]::new);
    private static final String COSIGNERS = "cosigners";

    private Checkpoints() {}

    static void found(Situation situation, Draft draft) {
        draft.handledBy("AuditMSP", "audit");
    }

    static Guard isProposedByAudit() {
        return Guard.that(situation -> situation.actor().mspId().equals("AuditMSP"), RefusalCode.WRONG_DEPARTMENT);
    }

    private static Optional<LocalDate> day(Situation situation) {
        try {
            return Optional.of(LocalDate.parse(situation.command().id()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Guard dayIsOver() {
        return Guard.that(
                situation -> day(situation)
                        .filter(day -> !situation.at().isBefore(CountyTime.endOf(day)))
                        .isPresent(),
                RefusalCode.CLOCK_NOT_ELAPSED);
    }

    private static Optional<Clear> last(Situation situation) {
        return situation.facts().entry(POINTER, Clear.class);
    }

    /** No block is left out and none is covered twice. */
    static Guard followsTheLast() {
        return Guard.that(
                situation -> {
                    long from = number(situation, "fromBlock");
                    long expected = last(situation)
                            .flatMap(last -> last.integer("toBlock"))
                            .map(to -> to + 1)
                            .orElse(0L);
                    return from == expected && number(situation, "toBlock") >= from;
                },
                RefusalCode.WINDOW_NOT_CONTIGUOUS);
    }

    private static long number(Situation situation, String name) {
        return situation.clear().integer(name).orElse(0L);
    }

    static Guard byAnotherOrganisation() {
        return Guard.that(
                situation -> situation.actor().role() == Role.AUDITOR
                        || !situation
                                .actor()
                                .mspId()
                                .equals(situation.header().founding().ownerOrg()),
                RefusalCode.SAME_ORGANISATION);
    }

    static Condition equal() {
        return situation -> Stream.of(CLAIM)
                .map(Field::name)
                .allMatch(name -> Optional.ofNullable(situation.clear().values().get(name))
                        .equals(Optional.ofNullable(
                                situation.header().fields().values().get(name))));
    }

    static Guard isRecomputedEqual() {
        return Guard.that(equal(), RefusalCode.FIGURES_DIFFER);
    }

    static void cosign(Situation situation, Draft draft) {
        List<String> cosigners = new ArrayList<>(situation.header().fields().texts(COSIGNERS));
        String organisation = situation.actor().mspId();
        if (!cosigners.contains(organisation)) {
            cosigners.add(organisation);
        }
        draft.show(COSIGNERS, cosigners);
    }

    static Guard hasEnoughCosigners() {
        return Guard.that(
                situation -> situation.header().fields().texts(COSIGNERS).size()
                        >= situation
                                .policy("checkpoint")
                                .flatMap(policy -> policy.integer("cosigners.count"))
                                .orElse(Long.MAX_VALUE),
                RefusalCode.ORACLE_SIGNATURES_MISSING);
    }

    /** Moves the pointer, unless it names a later day. */
    static void point(Situation situation, Draft draft) {
        Clear fields = situation.header().fields();
        String id = situation.header().id();
        boolean later = last(situation)
                .flatMap(last -> last.text("id"))
                .filter(day -> day.compareTo(id) >= 0)
                .isPresent();
        if (!later) {
            draft.entry(
                    POINTER,
                    Clear.of("id", id)
                            .with("root", fields.text("root").orElse(""))
                            .with("toBlock", fields.integer("toBlock").orElse(0L)));
        }
    }

    static List<Opening> finding(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(),
                "CHECKPOINT_DIFFERS",
                situation.request().moment().txId()));
    }
}
