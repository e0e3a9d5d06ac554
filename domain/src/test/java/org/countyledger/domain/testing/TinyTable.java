package org.countyledger.domain.testing;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import org.countyledger.domain.CountyTables;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.ClockStep.Start;
import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.State;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.CommonRows;

/** A small table that does everything to clocks that a table can say. */
final class TinyTable {
    enum TinyState implements State {
        OPEN(Label.open("开", "open")),
        WAITING(Label.open("等", "waiting")),
        DONE(Label.terminal("完", "done"));

        private final Label label;

        TinyState(Label label) {
            this.label = label;
        }

        @Override
        public Label label() {
            return label;
        }
    }

    static final Lifecycle TABLE = lifecycle(
            Kind.MEDIATION,
            TinyState.class,
            "R5",
            rows(
                    row("T01")
                            .creates()
                            .action("open")
                            .to(TinyState.OPEN)
                            .by(Role.MEDIATION_CLERK)
                            .starts("ANSWER")
                            .starts("REPLY")
                            .starts("QUICK")
                            .starts("TERM")
                            .starts(Start.window("CHOICE"))
                            .starts(Start.clock("SHARE").shareOf("ANSWER"))
                            .does((situation, draft) -> draft.handledBy(Officers.GOVERNANCE, "grid-centre")),
                    row("T02")
                            .from(TinyState.OPEN)
                            .action("pause")
                            .to(TinyState.WAITING)
                            .by(Role.MEDIATION_CLERK)
                            .pauses("HEARING", "ANSWER", "REPLY", "QUICK"),
                    row("T03")
                            .from(TinyState.WAITING)
                            .action("resume")
                            .to(TinyState.OPEN)
                            .by(Role.MEDIATION_CLERK)
                            .resumes("ANSWER", "REPLY", "QUICK", "TERM"),
                    row("T04")
                            .fromAny()
                            .action("meet")
                            .stays()
                            .by(Role.MEDIATION_CLERK)
                            .meets("ANSWER", "REPLY", "LATER"),
                    row("T05")
                            .from(TinyState.OPEN)
                            .action("cancel")
                            .stays()
                            .by(Role.MEDIATION_CLERK)
                            .cancels("ANSWER", "LATER"),
                    row("T06")
                            .from(TinyState.OPEN)
                            .action("again")
                            .stays()
                            .by(Role.MEDIATION_CLERK)
                            .starts("ANSWER"),
                    row("T07")
                            .from(TinyState.OPEN)
                            .action("tell")
                            .stays()
                            .by(Role.MEDIATION_CLERK)
                            .awaits(Start.window("LATER"))
                            .stages("letter"),
                    row("T08").fromAny().action("close").to(TinyState.DONE).by(Role.MEDIATION_CLERK),
                    row("T09")
                            .from(TinyState.OPEN)
                            .action("later")
                            .stays()
                            .by(Role.MEDIATION_CLERK)
                            .notYet()));

    private TinyTable() {}

    /** The county's tables, with the small one in the place of mediation's. */
    static Tables amongTheOthers() {
        List<Lifecycle> tables = new ArrayList<>(CountyTables.all().all());
        tables.removeIf(table -> table.kind() == Kind.MEDIATION);
        tables.replaceAll(TinyTable::withoutCommonRows);
        tables.add(TABLE);
        return new Tables(tables, CommonRows.all());
    }

    private static Lifecycle withoutCommonRows(Lifecycle table) {
        return new Lifecycle(
                table.kind(),
                table.states(),
                table.retention(),
                table.rows().stream().filter(row -> !row.rule().startsWith("Z")).toList());
    }
}
