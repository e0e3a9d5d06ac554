package org.countyledger.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.engine.Decision.Accepted;
import org.countyledger.domain.engine.Decision.Refused;
import org.countyledger.domain.engine.Decision.Repeated;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Row;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.domain.record.Clear;
import org.countyledger.domain.record.Command;
import org.countyledger.domain.record.CommandSignature;
import org.countyledger.domain.record.Event;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.IdempotencyKey;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Replay;
import org.countyledger.domain.testing.AnyHeader;
import org.countyledger.domain.testing.ListedClocks;
import org.countyledger.domain.testing.Officers;
import org.countyledger.domain.testing.Plausible;
import org.countyledger.domain.testing.TestCounty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked of whatever state by whoever: the answer is yes or a coded no, never an exception. */
class SweepTest {
    private static final int TRIES = 12;
    private static final String STAGED = "c".repeat(64);
    private static final TestCounty COUNTY = TestCounty.legal();
    private static final List<Actor> ACTORS =
            Arrays.stream(Role.values()).map(role -> Officers.officer(role, 1)).toList();

    private final Random random = new Random(24);
    private final AnyHeader headers = new AnyHeader(COUNTY.ledger(), random);
    private final Plausible plausible = new Plausible(random).orOdd();

    static List<Lifecycle> tables() {
        return CountyTables.all().all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyActionOfEveryRoleInEveryStateIsAnswered(Lifecycle table) {
        IdempotencyKey key = COUNTY.newKey();
        for (State state : table.states()) {
            Header header = headers.of(table, state);
            for (String action : actions(table)) {
                Command command = command(key, header, action, Clear.EMPTY, Map.of());
                for (Actor actor : ACTORS) {
                    Decision decision = refusedOrAccepted(Optional.of(header), actor, command);
                    assertAsTheTableSays(new Asked(table, header, command), actor, decision);
                }
            }
        }
    }

    private record Asked(Lifecycle table, Header header, Command command) {
        /** Rows of the table for this state and action, as far as a command without a variant means them. */
        List<Row> rows(Actor actor) {
            return table.rows(command.action(), Optional.of(header.state())).stream()
                    .filter(row -> row.passage().variant().isEmpty())
                    .filter(row -> row.passage()
                            .where()
                            .holds(new Situation(
                                    row, Optional.of(header), COUNTY.request(actor, command), COUNTY.ledger())))
                    .toList();
        }
    }

    /** No row: illegal; none in force: not yet; nobody of this role: not allowed; else what the row says, or its guards. */
    private static void assertAsTheTableSays(Asked asked, Actor actor, Decision decision) {
        List<Row> rows = asked.rows(actor);
        List<Row> inForce = rows.stream().filter(Row::inForce).toList();
        String what = asked.header().kind() + " " + asked.header().state() + " "
                + asked.command().action() + " " + actor.role();
        if (rows.isEmpty()) {
            assertThat(code(decision)).as(what).contains(RefusalCode.ILLEGAL_TRANSITION);
        } else if (inForce.isEmpty()) {
            assertThat(code(decision)).as(what).contains(RefusalCode.NOT_YET);
        } else if (inForce.stream().noneMatch(row -> mayTake(row, actor))) {
            assertThat(code(decision)).as(what).contains(RefusalCode.ROLE_NOT_ALLOWED);
        } else if (decision instanceof Accepted accepted && !accepted.changes().isEmpty()) {
            String rule = accepted.changes().getFirst().event().step().rule();
            assertThat(inForce).as(what).extracting(Row::rule).contains(rule);
            assertThat(accepted.changes().getFirst().header().state())
                    .isEqualTo(asked.table().rule(rule).target(Optional.of(asked.header())));
        } else {
            assertThat(code(decision)).as(what).isNotEqualTo(Optional.of(RefusalCode.NOT_YET));
        }
    }

    private static Optional<RefusalCode> code(Decision decision) {
        return decision instanceof Refused refused
                ? Optional.of(refused.refusal().code())
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRoleInEveryStateIsToldWhatItMayDo(Lifecycle table) {
        for (State state : table.states()) {
            Header header = headers.of(table, state);
            for (Actor actor : ACTORS) {
                List<String> rules = table.rowsFrom(state.name()).stream()
                        .filter(Row::inForce)
                        .map(Row::rule)
                        .toList();
                assertThat(COUNTY.engine().allowed(header, actor, COUNTY.ledger()))
                        .allMatch(allowed -> rules.contains(allowed.rule()));
            }
        }
    }

    private static List<String> actions(Lifecycle table) {
        return table.rows().stream().map(Row::action).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowInForceAnswersWhateverItsFieldsHold(Lifecycle table) {
        for (Row row : table.rows()) {
            List<Actor> actors =
                    ACTORS.stream().filter(actor -> mayTake(row, actor)).toList();
            for (int i = 0; row.inForce() && !actors.isEmpty() && i < TRIES; i++) {
                Optional<Header> header = somewhere(table, row).map(state -> headers.of(table, state));
                Actor actor = actors.get(random.nextInt(actors.size()));
                Command command = somehow(table, row, header);
                Decision decision = refusedOrAccepted(header, actor, actor.isConduit() ? signed(command) : command);
                if (decision instanceof Accepted accepted && !accepted.changes().isEmpty()) {
                    assertTheEventGivesTheHeader(header, accepted);
                    header.ifPresent(before -> ListedClocks.assertOthersSurvive(
                            table, before, accepted.changes().getFirst()));
                }
            }
        }
    }

    private static void assertTheEventGivesTheHeader(Optional<Header> before, Accepted accepted) {
        Decision.Change change = accepted.changes().getFirst();
        assertThat(Replay.problem(before, change.header(), List.of(change.event())))
                .as(change.event().step().toString())
                .isEmpty();
        accepted.changes().stream()
                .skip(1)
                .forEach(opened -> assertThat(Replay.problem(opened.header(), List.of(opened.event())))
                        .as(opened.event().step().toString())
                        .isEmpty());
    }

    /** A state that the row leaves from; none if it creates the record. */
    private Optional<State> somewhere(Lifecycle table, Row row) {
        List<State> states = table.states().stream()
                .filter(state -> table.rowsFrom(state.name()).contains(row))
                .toList();
        return states.isEmpty() ? Optional.empty() : Optional.of(states.get(random.nextInt(states.size())));
    }

    private Command somehow(Lifecycle table, Row row, Optional<Header> header) {
        Clear clear = plausible.fields(row.arguments().fields());
        Clear signable = clear.has("key") ? clear.with("key", AnyHeader.KEY.spki()) : clear;
        Clear whole = row.passage()
                .variant()
                .map(variant -> signable.with("variant", variant))
                .orElse(signable);
        Map<String, String> commitments = new HashMap<>();
        row.arguments().staged().forEach(staged -> commitments.put(staged.group(), STAGED));
        Header target = header.orElseGet(() -> headers.of(table, table.states().getFirst()));
        Command command = command(COUNTY.newKey(), target, row.action(), whole, commitments);
        return header.isPresent() ? command : creating(command);
    }

    private static boolean mayTake(Row row, Actor actor) {
        return row.who().stream().anyMatch(who -> switch (who) {
            case Who.Holder holder -> holder.role() == actor.role();
            case Who.HolderIf holder -> holder.role() == actor.role();
            case Who.HolderAt holder -> holder.role() == actor.role();
            case Who.Key key -> actor.isConduit();
            case Who.HandlingOfficer officer -> true;
            case Who.AnyHand hand -> true;
            case Who.AnyOfficer officer -> true;
            case Who.Anyone anyone -> true;
            case Who.OpenedBy rules -> false;
        });
    }

    private static Command command(
            IdempotencyKey key, Header header, String action, Clear clear, Map<String, String> commitments) {
        return new Command(
                header.kind(),
                header.id(),
                action,
                header.seq(),
                clear,
                Header.sorted(commitments),
                key.over(header.kind(), header.id(), action, clear, commitments),
                TestCounty.MONDAY.plus(Duration.ofDays(1)),
                List.of());
    }

    private static Command creating(Command command) {
        return new Command(
                command.kind(),
                command.id(),
                command.action(),
                0,
                command.clear(),
                command.commitments(),
                command.idempotency(),
                command.notAfter(),
                List.of());
    }

    private static Command signed(Command command) {
        byte[] bytes = command.signedBytes(TestCounty.CHANNEL, TestCounty.CHAINCODE);
        return command.signedWith(
                List.of(new CommandSignature(KeyRole.HOLDER, AnyHeader.KEY.spki(), AnyHeader.KEY.sign(bytes))));
    }

    private static Decision decided(Optional<Header> header, Actor actor, Command command) {
        return COUNTY.engine().decide(header, COUNTY.request(actor, command), COUNTY.ledger());
    }

    private static Decision refusedOrAccepted(Optional<Header> header, Actor actor, Command command) {
        Decision decision = decided(header, actor, command);
        switch (decision) {
            case Refused refused -> {
                assertThat(refused.refusal().code()).isNotNull();
                assertThat(refused.refusal().sentence()).isNotBlank();
                assertThat(refused.refusal().code()).isNotEqualTo(RefusalCode.UNKNOWN_KIND);
            }
            case Accepted accepted -> accepted.changes().forEach(SweepTest::assertRoundTrips);
            case Repeated repeated -> throw new AssertionError("nothing was done before");
        }
        return decision;
    }

    private static void assertRoundTrips(Decision.Change change) {
        assertThat(CanonicalJson.read(CanonicalJson.write(change.header()), Header.class))
                .isEqualTo(change.header());
        assertThat(CanonicalJson.read(CanonicalJson.write(change.event()), Event.class))
                .isEqualTo(change.event());
    }
}
