package org.countyledger.domain.sharing;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.sharing.DataShareRequestState.AGREED;
import static org.countyledger.domain.sharing.DataShareRequestState.COORDINATION;
import static org.countyledger.domain.sharing.DataShareRequestState.DISPOSED;
import static org.countyledger.domain.sharing.DataShareRequestState.DISPOSING;
import static org.countyledger.domain.sharing.DataShareRequestState.IN_USE;
import static org.countyledger.domain.sharing.DataShareRequestState.LAPSED;
import static org.countyledger.domain.sharing.DataShareRequestState.MATERIALS_ASKED;
import static org.countyledger.domain.sharing.DataShareRequestState.PREPARED;
import static org.countyledger.domain.sharing.DataShareRequestState.REFUSED;
import static org.countyledger.domain.sharing.DataShareRequestState.REFUSED_FINAL;
import static org.countyledger.domain.sharing.DataShareRequestState.SUBMITTED;
import static org.countyledger.domain.sharing.DataShareRequestState.SUSPENDED;
import static org.countyledger.domain.sharing.DataShareRequestState.TERMINATION_TALKS;
import static org.countyledger.domain.sharing.DataShareRequestState.WITHDRAWN;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.record.Kind;

/** Request to share data 数据共享申请: the data travel on the existing platform; here stand the evidence and the clocks. */
public final class DataShareRequestTable {
    private static final RowBuilder[] ANSWER = {
        row("J01")
                .creates()
                .action("prepare")
                .to(PREPARED)
                .by(Role.DATA_STEWARD)
                .notYet()
                .source("GDS 20"),
        row("J02")
                .from(PREPARED)
                .action("submit")
                .to(SUBMITTED)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet()
                .source("GDS 20, 21"),
        row("J03")
                .from(SUBMITTED)
                .action("askMaterials")
                .to(MATERIALS_ASKED)
                .by(Role.DATA_STEWARD)
                .notYet()
                .source("GDS 21(2)"),
        row("J04")
                .from(MATERIALS_ASKED)
                .action("supply")
                .to(SUBMITTED)
                .by(Role.DATA_STEWARD)
                .notYet()
                .source("GDS 21"),
        row("J05").from(MATERIALS_ASKED).action("lapse").to(LAPSED).byTimer().notYet(),
        row("J06")
                .from(SUBMITTED)
                .action("extendAnswer")
                .stays()
                .by(Role.DATA_AUTHORITY)
                .notYet()
                .source("GDS 21"),
        row("J07")
                .from(SUBMITTED)
                .action("agree")
                .to(AGREED)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet()
                .source("GDS 21, 22"),
        row("J08")
                .from(SUBMITTED)
                .action("refuse")
                .to(REFUSED)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet()
                .source("GDS 21"),
        row("J09")
                .from(AGREED)
                .action("provision")
                .to(IN_USE)
                .by(Role.DATA_STEWARD)
                .notYet()
                .source("GDS 22"),
        row("J23")
                .from(PREPARED, SUBMITTED, MATERIALS_ASKED, AGREED)
                .action("withdraw")
                .to(WITHDRAWN)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet(),
    };

    private static final RowBuilder[] DISPUTE = {
        row("J10")
                .from(REFUSED, AGREED, SUSPENDED, TERMINATION_TALKS)
                .action("askCoordination")
                .to(COORDINATION)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet()
                .source("GDS 28"),
        row("J11")
                .from(COORDINATION)
                .action("coordinate:SHARE")
                .to(AGREED)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("GDS 28"),
        row("J12")
                .from(COORDINATION)
                .action("coordinate:END")
                .to(DISPOSING)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("GDS 27, 28"),
        row("J13")
                .from(COORDINATION)
                .action("coordinate:REFUSE")
                .to(REFUSED_FINAL)
                .by(Role.DATA_AUTHORITY, Role.SUPERIOR_ORGAN_CLERK)
                .notYet()
                .source("GDS 28"),
        row("J14")
                .from(REFUSED)
                .action("accept")
                .to(REFUSED_FINAL)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .notYet(),
    };

    private static final RowBuilder[] USE = {
        row("J15")
                .from(IN_USE)
                .action("recordUse")
                .stays()
                .by(Role.DATA_STEWARD)
                .byTimer()
                .notYet()
                .source("GDS 29"),
        row("J16")
                .from(IN_USE)
                .action("suspend")
                .to(SUSPENDED)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .notYet()
                .source("GDS 27(2)"),
        row("J17")
                .from(SUSPENDED)
                .action("resume")
                .to(IN_USE)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .notYet()
                .source("GDS 27(2)"),
        row("J18")
                .from(SUSPENDED)
                .action("terminate")
                .to(DISPOSING)
                .by(Role.DATA_STEWARD_LEAD, Role.DATA_AUTHORITY)
                .notYet()
                .source("GDS 27(2)"),
        row("J19")
                .from(IN_USE)
                .action("proposeEnd")
                .to(TERMINATION_TALKS)
                .by(Role.DATA_STEWARD_LEAD)
                .notYet()
                .source("GDS 27(3)"),
        row("J20")
                .from(TERMINATION_TALKS)
                .action("keepOn")
                .to(IN_USE)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .notYet()
                .source("GDS 27(3)"),
        row("J21")
                .from(IN_USE, TERMINATION_TALKS)
                .action("finish")
                .to(DISPOSING)
                .by(Role.DATA_STEWARD_LEAD)
                .byTimer()
                .notYet()
                .source("GDS 27(1)"),
        row("J22")
                .from(DISPOSING)
                .action("dispose")
                .to(DISPOSED)
                .by(Role.DATA_STEWARD)
                .notYet()
                .source("GDS 27, 29"),
    };

    public static final Lifecycle TABLE =
            lifecycle(Kind.DATA_SHARE_REQUEST, DataShareRequestState.class, "R3", ANSWER, DISPUTE, USE);

    private DataShareRequestTable() {}
}
