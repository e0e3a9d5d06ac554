package org.countyledger.domain.sensing;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sensing.DatastreamState.CLOSED;
import static org.countyledger.domain.sensing.DatastreamState.OPEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.crypto.P256;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.UnitState;

/** Datastream 数据流: what a station measures, who may sign for it, and how far it got. Serial; datastreams in parallel. */
public final class DatastreamTable {
    /** So many readings of the highest value still add up within 64 bits. */
    private static final FieldType READINGS = new FieldType.Whole(0, 1_000_000);

    private static final FieldType WINDOW = new FieldType.Composite(List.of(
            field("root", FieldType.DIGEST),
            field("count", READINGS),
            field("sum", FieldType.COUNT),
            field("min", FieldType.COUNT),
            field("median", FieldType.COUNT),
            field("max", FieldType.COUNT),
            field(
                    "flags",
                    new FieldType.Composite(Stream.of("1", "2", "3", "4", "9")
                            .map(flag -> field(flag, READINGS).optional())
                            .toList()))));
    private static final FieldType SIGNATURE =
            new FieldType.Composite(List.of(field("spki", FieldType.BASE64), field("signature", FieldType.BASE64)));
    private static final FieldType SIGNER =
            new FieldType.Composite(List.of(field("spki", FieldType.BASE64), field("org", FieldType.NAME)));
    private static final FieldType CLAIM = new FieldType.Composite(
            List.of(field("above", FieldType.COUNT), field("below", FieldType.COUNT), field("open", FieldType.FLAG)));

    public static final Lifecycle TABLE = lifecycle(
            Kind.DATASTREAM,
            DatastreamState.class,
            "R30",
            rows(
                    row("D11")
                            .creates()
                            .action("open")
                            .to(OPEN)
                            .by(Role.ENV_INSPECTOR)
                            .when(
                                    Guard.that(DatastreamTable::sensorsAreThere, RefusalCode.SENSOR_UNKNOWN),
                                    Guard.that(DatastreamTable::gridIsThere, RefusalCode.GRID_UNKNOWN),
                                    Guard.that(DatastreamTable::periodDivides, RefusalCode.FIELD_INVALID),
                                    Guard.that(DatastreamTable::signersHaveKeys, RefusalCode.FIELD_INVALID))
                            .shows(
                                    field("name", FieldType.PUBLIC_NAME),
                                    field("town", FieldType.TOWN),
                                    field("grid", FieldType.NAME),
                                    field("sensors", new FieldType.ListOf(FieldType.NAME, 1, 8)),
                                    oneOf("pollutant", "PM2_5", "PM10", "SO2", "NO2", "CO", "O3"),
                                    oneOf("unit", "ug/m3", "mg/m3"),
                                    field("periodSeconds", new FieldType.Whole(60, 3600)),
                                    field("firstWindow", FieldType.INSTANT),
                                    field("signers", new FieldType.ListOf(SIGNER, 1, 8)))
                            .does((situation, draft) -> draft.handledBy("EcologyMSP", "ecology")),
                    append("D12", Ingest.LIVE, BatchGuards.isFresh()).source("HJ633 5.2.2"),
                    append("D13", Ingest.BACKFILL, BatchGuards.isLongOrLast())
                            .notes(field("lastOfFile", FieldType.FLAG).optional()),
                    row("D14")
                            .from(OPEN)
                            .action("changeRule")
                            .stays()
                            .by(Role.ENV_INSPECTOR)
                            .when(
                                    RuleChange.namesSomething(),
                                    RuleChange.policyIsRatified(),
                                    RuleChange.betweenRuleWindows(),
                                    Guard.that(DatastreamTable::signersHaveKeys, RefusalCode.FIELD_INVALID))
                            .shows(field("signers", new FieldType.ListOf(SIGNER, 1, 8))
                                    .optional())
                            .notes(field("version", new FieldType.Whole(1, Integer.MAX_VALUE))
                                    .optional())
                            .does(RuleChange::apply),
                    row("D15")
                            .from(OPEN)
                            .action("close")
                            .to(CLOSED)
                            .by(Role.ENV_INSPECTOR)
                            .when(Guard.that(
                                    situation -> RuleChange.nothingIsRaised(situation)
                                            || everySensorIs(situation, SensorState.RETIRED),
                                    RefusalCode.STILL_RAISED))
                            .shows(field("reason", FieldType.CODE)),
                    row("D16")
                            .from(OPEN)
                            .action("declareGap")
                            .stays()
                            .by(new Who.Anyone())
                            .overlayOnly()
                            .when(Gaps.isMissingForLong())
                            .takes(field("window", FieldType.COUNT))
                            .does(Gaps::mark)));

    private DatastreamTable() {}

    private static RowBuilder append(String rule, Ingest ingest, BatchGuards.Check age) {
        return row(rule)
                .from(OPEN)
                .action("appendBatch:" + ingest)
                .stays()
                .by(Role.ORACLE_NODE)
                .when(BatchGuards.each(
                        BatchGuards.isContiguous(),
                        BatchGuards.isOfAllowedSize(),
                        BatchGuards.notInFuture(),
                        BatchGuards.windowsArePossible(),
                        BatchGuards.rootIsThatOfTheWindows(),
                        BatchGuards.isSignedByRegisteredSigners(),
                        BatchGuards.ruleStateIsRecomputed(),
                        age))
                .notes(field("first", FieldType.COUNT), field("batchRoot", FieldType.DIGEST), field("ruleState", CLAIM))
                .takes(
                        field("windows", new FieldType.ListOf(WINDOW, 1, 1000)),
                        field("signatures", new FieldType.ListOf(SIGNATURE, 1, 8)))
                .does(BatchGuards::append)
                .opensAny(BatchGuards::openings);
    }

    private static boolean sensorsAreThere(Situation situation) {
        return situation.clear().texts("sensors").stream()
                .allMatch(id -> situation
                        .record(Kind.SENSOR, id)
                        .map(Header::state)
                        .filter(state -> !state.equals(SensorState.RETIRED.name()))
                        .isPresent());
    }

    private static boolean gridIsThere(Situation situation) {
        return situation
                .record(Kind.GRID, situation.text("grid"))
                .filter(grid -> grid.state().equals(UnitState.ACTIVE.name()))
                .flatMap(grid -> grid.founding().townCode())
                .equals(Optional.of(situation.text("town")));
    }

    private static boolean periodDivides(Situation situation) {
        long period = situation.clear().integer("periodSeconds").orElse(1L);
        long averaging = situation
                .policy("air")
                .flatMap(air -> air.integer("averaging.seconds"))
                .orElse(0L);
        long start = Instant.parse(situation.text("firstWindow")).getEpochSecond();
        return averaging % period == 0 && start % period == 0;
    }

    private static boolean everySensorIs(Situation situation, SensorState... states) {
        return Sensors.all(situation, situation.header(), states);
    }

    private static boolean signersHaveKeys(Situation situation) {
        return situation.clear().objects("signers").stream()
                .map(signer -> signer.text("spki").orElse(""))
                .allMatch(P256::isPublicKey);
    }
}
