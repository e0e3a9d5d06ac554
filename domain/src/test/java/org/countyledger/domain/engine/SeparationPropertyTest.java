package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.contract.LedgerKey.HeaderKey;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Header.Handling;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.record.RecordId;
import org.countyledger.domain.testing.AnyHeader;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Separation and recusal, row by row: every duty that is separate from a row's own, and every row that asks for interests. */
class SeparationPropertyTest {
    private static final TestCounty COUNTY = TestCounty.legal();

    private final AnyHeader headers = new AnyHeader(COUNTY.ledger(), new Random(7));

    /** A row that is in force, from one of its states, for one of its roles. */
    record Step(Lifecycle table, Row row, State from, Actor officer) {
        @Override
        public String toString() {
            return row.rule() + " from " + from.name() + " by " + officer.role();
        }
    }

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Lifecycle table : CountyTables.all().all()) {
            for (State from : table.states()) {
                table.rowsFrom(from.name()).stream()
                        .filter(Row::inForce)
                        .forEach(row ->
                                officers(row).forEach(officer -> steps.add(new Step(table, row, from, officer))));
            }
        }
        return steps;
    }

    private static List<Actor> officers(Row row) {
        return row.who().stream()
                .filter(Who.Holder.class::isInstance)
                .map(who -> ((Who.Holder) who).role())
                .filter(role -> role.isOfficer())
                .map(role -> Officers.officer(role, 1))
                .toList();
    }

    static List<Step> separatedSteps() {
        return steps().stream()
                .filter(step -> !step.row().checks().separations().isEmpty())
                .toList();
    }

    static List<Step> stepsThatAskForInterests() {
        return steps().stream().filter(step -> step.row().checks().noConflict()).toList();
    }

    @ParameterizedTest
    @MethodSource("separatedSteps")
    void whoCarriedAnySeparateDutyIsRefused(Step step) {
        for (Separation separation : step.row().checks().separations()) {
            for (Duty other : separation.duties()) {
                if (other != step.row().effects().duty()) {
                    assertThat(codeOf(step, handOf(step, other)))
                            .as(other + " before " + step)
                            .isEqualTo(RefusalCode.SEPARATION_OF_DUTY);
                }
            }
            assertThat(codeOf(step, handOf(step, step.row().effects().duty())))
                    .as("the same duty again, " + step)
                    .isNotEqualTo(RefusalCode.SEPARATION_OF_DUTY);
        }
    }

    @ParameterizedTest
    @MethodSource("stepsThatAskForInterests")
    void whoDeclaredNothingIsRefusedAndWhoDeclaredAConflictStandsAside(Step step) {
        Header header = handOf(step, Duty.ACT);
        Header clean = withHands(header, new TreeMap<>());
        assertThat(codeOf(step, clean)).isEqualTo(RefusalCode.CONFLICT_UNDECLARED);
        declare(step, clean, "CONFLICT");
        assertThat(codeOf(step, clean)).isEqualTo(RefusalCode.RECUSED);
        declare(step, clean, "NONE");
        assertThat(codeOf(step, clean)).isNotIn(RefusalCode.RECUSED, RefusalCode.CONFLICT_UNDECLARED);
        undeclare(step, clean);
    }

    private RefusalCode codeOf(Step step, Header header) {
        return DutyChecks.check(situation(step, header))
                .map(refusal -> refusal.code())
                .orElse(RefusalCode.NOT_YET);
    }

    private static Situation situation(Step step, Header header) {
        var key = COUNTY.newKey();
        var command = new Command(
                header.kind(),
                header.id(),
                step.row().action(),
                header.seq(),
                Clear.EMPTY,
                new TreeMap<>(),
                key.over(header.kind(), header.id(), step.row().action(), Clear.EMPTY, new TreeMap<>()),
                COUNTY.now().plusSeconds(60),
                List.of());
        return new Situation(step.row(), Optional.of(header), COUNTY.request(step.officer(), command), COUNTY.ledger());
    }

    private Header handOf(Step step, Duty duty) {
        SortedMap<String, SortedSet<String>> hands = new TreeMap<>();
        hands.put(duty.name(), new TreeSet<>(List.of(step.officer().staff().orElseThrow())));
        return withHands(headers.of(step.table(), step.from()), hands);
    }

    private static Header withHands(Header header, SortedMap<String, SortedSet<String>> hands) {
        return new Header(
                header.founding(),
                header.position(),
                Handling.NOBODY,
                header.clocks(),
                header.awaited(),
                header.flags(),
                header.groups(),
                header.pending(),
                header.keys(),
                header.links(),
                hands,
                header.fields());
    }

    private static HeaderKey declaration(Step step, Header header) {
        return new HeaderKey(
                Kind.CONFLICT_DECLARATION,
                RecordId.conflictDeclaration(header.id(), step.officer().staff().orElseThrow()));
    }

    private static void declare(Step step, Header header, String answer) {
        Header declared = new AnyHeader(COUNTY.ledger(), new Random(1))
                .of(
                        CountyTables.all().of(Kind.CONFLICT_DECLARATION),
                        CountyTables.all()
                                .of(Kind.CONFLICT_DECLARATION)
                                .states()
                                .getFirst());
        Header answered = new Header(
                declared.founding(),
                declared.position(),
                declared.handling(),
                declared.clocks(),
                declared.awaited(),
                declared.flags(),
                declared.groups(),
                declared.pending(),
                declared.keys(),
                declared.links(),
                declared.hands(),
                declared.fields().with("answer", answer));
        COUNTY.ledger().put(declaration(step, header), answered);
    }

    private static void undeclare(Step step, Header header) {
        COUNTY.ledger().remove(declaration(step, header));
    }
}
