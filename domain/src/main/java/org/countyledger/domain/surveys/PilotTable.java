package org.countyledger.domain.surveys;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.surveys.PilotState.EXPANDED;
import static org.countyledger.domain.surveys.PilotState.PLANNED;
import static org.countyledger.domain.surveys.PilotState.QUARTER_REVIEW;
import static org.countyledger.domain.surveys.PilotState.RUNNING;
import static org.countyledger.domain.surveys.PilotState.STOPPED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Pilot 试点 in one or two towns, reviewed every quarter against a baseline named beforehand. */
public final class PilotTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.PILOT,
            PilotState.class,
            "R30",
            rows(
                    row("G31")
                            .creates()
                            .action("plan")
                            .to(PLANNED)
                            .by(Role.PILOT_MANAGER)
                            .shows(
                                    field("towns", new FieldType.ListOf(FieldType.TOWN, 1, 2)),
                                    field("metrics", new FieldType.ListOf(FieldType.CODE, 1, 22)),
                                    field("baselineFrom", FieldType.COUNT),
                                    field("baselineTo", FieldType.COUNT))
                            .does((situation, draft) -> draft.handledBy("GovernanceMSP", "grid-centre"))
                            .source("seed"),
                    row("G32")
                            .from(PLANNED)
                            .action("start")
                            .to(RUNNING)
                            .by(Role.PILOT_MANAGER)
                            .starts("QUARTER")
                            .source("seed"),
                    row("G33")
                            .from(RUNNING)
                            .action("reviewQuarter")
                            .to(QUARTER_REVIEW)
                            .by(Role.PILOT_MANAGER)
                            .meets("QUARTER")
                            .starts("REVIEW")
                            .shows(
                                    field("snapshotDigest", FieldType.DIGEST),
                                    field("fromBlock", FieldType.COUNT),
                                    field("toBlock", FieldType.COUNT),
                                    field("queryDigest", FieldType.DIGEST))
                            .does(Counts.up("quarters"))
                            .source("seed"),
                    row("G34")
                            .from(QUARTER_REVIEW)
                            .action("iterate")
                            .to(RUNNING)
                            .by(Role.PILOT_MANAGER)
                            .meets("REVIEW")
                            .starts("QUARTER")
                            .notes(field("changes", new FieldType.ListOf(FieldType.CODE, 1, 20)))
                            .source("seed"),
                    row("G35")
                            .from(QUARTER_REVIEW)
                            .action("expand")
                            .to(EXPANDED)
                            .by(Role.PILOT_MANAGER)
                            .when(Guards.names("auditorsComment", Kind.AUDIT_FINDING))
                            .meets("REVIEW")
                            .shows(field("scope", FieldType.PUBLIC_NAME), field("auditorsComment", FieldType.NAME))
                            .source("seed"),
                    row("G36")
                            .from(PLANNED, RUNNING, QUARTER_REVIEW)
                            .action("stop")
                            .to(STOPPED)
                            .by(Role.PILOT_MANAGER)
                            .cancelsAll()
                            .shows(field("reasonCode", FieldType.CODE))
                            .source("seed")));

    private PilotTable() {}
}
