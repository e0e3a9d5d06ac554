package org.countyledger.domain.support;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.support.UnitState.ACTIVE;
import static org.countyledger.domain.support.UnitState.CLOSED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.lifecycle.Situation;
import org.countyledger.domain.record.Kind;

/** Organisational units 机构 and grids 网格: one section of the law, two kinds, each with its own registrar. */
public final class UnitTables {
    public static final Lifecycle ORG_UNIT =
            lifecycle(Kind.ORG_UNIT, UnitState.class, "R30", section(Role.POLICY_OFFICER));
    public static final Lifecycle GRID = lifecycle(Kind.GRID, UnitState.class, "R30", section(Role.GRID_LEAD));

    private UnitTables() {}

    private static boolean successorIsThere(Situation situation) {
        return situation
                .record(situation.command().kind(), situation.text("successor"))
                .filter(unit -> unit.state().equals(ACTIVE.name())
                        && !unit.id().equals(situation.command().id()))
                .isPresent();
    }

    private static RowBuilder[] section(Role registrar) {
        return rows(
                row("K21")
                        .creates()
                        .action("register")
                        .to(ACTIVE)
                        .by(registrar)
                        .when(Guard.that(
                                situation -> situation.command().id().equals(situation.text("code")),
                                RefusalCode.FIELD_INVALID))
                        .shows(
                                field("code", FieldType.NAME),
                                field("town", FieldType.TOWN),
                                field("names", new FieldType.ListOf(FieldType.PUBLIC_NAME, 1, 4)),
                                field("publicPhone", FieldType.PHONE),
                                field("complaintPhone", FieldType.PHONE),
                                field("boundaryDigest", FieldType.DIGEST).optional(),
                                field("worker", FieldType.STAFF).optional())
                        .source("GRID 6"),
                row("K22")
                        .from(ACTIVE)
                        .action("change")
                        .stays()
                        .by(registrar)
                        .shows(
                                field("names", new FieldType.ListOf(FieldType.PUBLIC_NAME, 1, 4))
                                        .optional(),
                                field("publicPhone", FieldType.PHONE).optional(),
                                field("complaintPhone", FieldType.PHONE).optional(),
                                field("boundaryDigest", FieldType.DIGEST).optional(),
                                field("worker", FieldType.STAFF).optional())
                        .source("GRID 6"),
                row("K23")
                        .from(ACTIVE)
                        .action("close")
                        .to(CLOSED)
                        .by(registrar)
                        .when(Guard.that(UnitTables::successorIsThere, RefusalCode.LINK_INVALID))
                        .shows(field("successor", FieldType.NAME)));
    }
}
