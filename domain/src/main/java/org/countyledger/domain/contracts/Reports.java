package org.countyledger.domain.contracts;

import static org.countyledger.domain.lifecycle.Field.field;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.audit.AuditFindings;
import org.countyledger.domain.lifecycle.Condition;
import org.countyledger.domain.lifecycle.Draft;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Opening;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.policy.PolicyVersion;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Link;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.time.CountyTime;
import org.countyledger.domain.time.DueDate;

/** What must be true of performance reports: one of each contract and month, recomputed twice, paid from nothing else. */
final class Reports {
    static final FieldType FIGURES = new FieldType.Composite(Stream.of(
                    "confirmOnTimePermille",
                    "completionPermille",
                    "waitP90Seconds",
                    "satisfactionMilli",
                    "badReviewPermille",
                    "availabilityPermille")
            .map(name -> field(name, FieldType.COUNT).optional())
            .toList());
    static final Field[] RECOMPUTED = {
        field("recomputed", FIGURES), field("fromBlock", FieldType.COUNT), field("toBlock", FieldType.COUNT),
    };

    private Reports() {}

    private static Optional<Header> contract(Situation situation) {
        return situation
                .clear()
                .text("contract")
                .or(() -> situation.field("contract"))
                .flatMap(id -> situation.record(Kind.PPP_CONTRACT, id));
    }

    static Optional<String> provider(Situation situation) {
        return contract(situation).flatMap(contract -> contract.fields().text("provider"));
    }

    private static YearMonth month(Situation situation) {
        return YearMonth.parse(situation
                .clear()
                .text("month")
                .or(() -> situation.field("month"))
                .orElseThrow());
    }

    private static Instant end(YearMonth month) {
        return CountyTime.endOf(month.atEndOfMonth());
    }

    static Guard isOfContractAndMonth() {
        return Guard.that(
                situation -> situation.command().id().equals(situation.text("contract") + ":" + situation.text("month"))
                        && contract(situation).isPresent(),
                RefusalCode.LINK_INVALID);
    }

    static Guard monthIsOver() {
        return Guard.that(
                situation -> contract(situation)
                                .filter(contract -> Contracts.covers(contract, month(situation)))
                                .isPresent()
                        && !situation.at().isBefore(end(month(situation))),
                RefusalCode.MONTH_NOT_OVER);
    }

    static Guard isLongOver() {
        return situation -> monthIsOver().check(situation).or(() -> {
            Optional<DueDate> due = situation
                    .policies()
                    .at("ppp", situation.at())
                    .flatMap(policy -> policy.period("missing"))
                    .map(named -> DueDate.of(
                            end(month(situation)).minusSeconds(1),
                            named.period(),
                            false,
                            situation.policies().calendar(situation.at())));
            if (due.isEmpty() || due.get().provisional().isPresent()) {
                return situation.refuse(RefusalCode.CLOCK_PROVISIONAL);
            }
            return situation.at().isBefore(due.get().at())
                    ? situation.refuse(RefusalCode.MONTH_NOT_OVER)
                    : Optional.empty();
        });
    }

    static void found(Situation situation, Draft draft) {
        contract(situation).ifPresent(contract -> {
            draft.handlingOf(contract);
            draft.link(new Link("contract", contract.kind(), contract.id()));
            draft.set("provider", contract.fields().text("provider").orElse(""));
        });
    }

    static Guard byAnotherOrganisation() {
        return Guard.that(
                situation -> !situation
                        .field("recomputedBy")
                        .equals(Optional.of(situation.actor().mspId())),
                RefusalCode.SAME_ORGANISATION);
    }

    static Condition isEqual() {
        return situation -> Stream.of(RECOMPUTED)
                .map(Field::name)
                .allMatch(name -> Optional.ofNullable(situation.clear().values().get(name))
                        .equals(Optional.ofNullable(
                                situation.header().fields().values().get(name))));
    }

    static List<Opening> finding(Situation situation) {
        return List.of(AuditFindings.about(
                situation.header(),
                "FIGURES_DIFFER",
                situation.request().moment().txId()));
    }

    /** Other figures come only from leaving out events that the dispute named. */
    static Guard changesOnlyByExcludingNamedEvents() {
        return situation -> {
            List<String> excluded = situation.clear().texts("excluded");
            boolean named = situation.header().fields().texts("eventIds").containsAll(excluded);
            boolean changes = situation.clear().has("recomputed");
            return named && (!changes || !excluded.isEmpty())
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.FIGURES_DIFFER);
        };
    }

    static Guard payableIsRecomputed() {
        return situation -> {
            Optional<Clear> terms = contract(situation).map(contract -> Contracts.terms(contract, month(situation)));
            Optional<Penalties> penalties = terms.flatMap(fields -> fields.integer("kpiVersion"))
                    .flatMap(version -> situation.policies().text("ppp", version))
                    .flatMap((PolicyVersion policy) -> Penalties.of(policy));
            if (penalties.isEmpty()) {
                return situation.refuse(RefusalCode.POLICY_MISSING, "ppp");
            }
            Clear fields = situation.header().fields();
            Clear figures = fields.object("recomputed").orElse(Clear.EMPTY);
            long deduction = penalties.get().deductionPermille(figures, fields.isTrue("missing"));
            long payable = Penalties.payableFen(terms.get().integer("feeFen").orElse(0L), deduction);
            return situation.clear().integer("deductionPermille").equals(Optional.of(deduction))
                            && situation.clear().integer("payableFen").equals(Optional.of(payable))
                    ? Optional.empty()
                    : situation.refuse(RefusalCode.FIGURES_DIFFER);
        };
    }

    static List<Opening> disbursement(Situation situation) {
        Clear clear = Clear.of("month", month(situation).toString()).with("programme", "CONTRACT");
        return List.of(Opening.of(Kind.DISBURSEMENT, "K61", clear).at(new Opening.Place("CivilAffairsMSP", "finance")));
    }
}
