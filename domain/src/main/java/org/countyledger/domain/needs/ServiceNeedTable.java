package org.countyledger.domain.needs;

import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.needs.ServiceNeedState.CANCELLED;
import static org.countyledger.domain.needs.ServiceNeedState.CHOSEN;
import static org.countyledger.domain.needs.ServiceNeedState.CLASSIFIED;
import static org.countyledger.domain.needs.ServiceNeedState.CLOSED;
import static org.countyledger.domain.needs.ServiceNeedState.CLOSED_UNCONFIRMED;
import static org.countyledger.domain.needs.ServiceNeedState.COLLECTED;
import static org.countyledger.domain.needs.ServiceNeedState.DELIVERED;
import static org.countyledger.domain.needs.ServiceNeedState.IN_SERVICE;
import static org.countyledger.domain.needs.ServiceNeedState.MATCHED;
import static org.countyledger.domain.needs.ServiceNeedState.REFERRED;
import static org.countyledger.domain.needs.ServiceNeedState.SCHEDULED;
import static org.countyledger.domain.needs.ServiceNeedState.TOWN_HANDLING;
import static org.countyledger.domain.needs.ServiceNeedState.UNMET;
import static org.countyledger.domain.needs.ServiceNeedState.WAITLISTED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RowBuilder;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Service need 微治理需求: matched by a rule that anyone can recompute, chosen and confirmed by the resident. */
public final class ServiceNeedTable {
    private static final RowBuilder[] MATCHING = {
        row("E01")
                .creates()
                .action("collect")
                .to(COLLECTED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .notYet()
                .source("seed; SAL 39"),
        row("E02")
                .from(COLLECTED)
                .action("classify")
                .to(CLASSIFIED)
                .by(Role.NEEDS_OFFICER, Role.GRID_LEAD)
                .notYet(),
        row("E03")
                .from(COLLECTED, CLASSIFIED, WAITLISTED)
                .action("refer")
                .to(REFERRED)
                .by(Role.NEEDS_OFFICER, Role.GRID_LEAD)
                .notYet()
                .source("SAL 39"),
        row("E04")
                .from(CLASSIFIED, WAITLISTED)
                .action("match")
                .to(MATCHED)
                .by(Role.NEEDS_OFFICER)
                .byTimer()
                .notYet(),
        row("E05")
                .from(CLASSIFIED)
                .action("waitlist")
                .to(WAITLISTED)
                .by(Role.NEEDS_OFFICER)
                .byTimer()
                .notYet(),
        row("E06")
                .from(WAITLISTED)
                .action("escalate")
                .to(TOWN_HANDLING)
                .byTimer()
                .by(Role.TOWN_LEAD)
                .notYet(),
        row("E07")
                .from(TOWN_HANDLING)
                .action("assignByTown")
                .to(CHOSEN)
                .by(Role.TOWN_LEAD)
                .notYet(),
        row("E08")
                .from(TOWN_HANDLING)
                .action("unmet")
                .to(UNMET)
                .by(Role.TOWN_LEAD)
                .notYet(),
        row("E09")
                .from(MATCHED)
                .action("choose")
                .to(CHOSEN)
                .byKey(KeyRole.HOLDER, KeyRole.PROXY)
                .by(Role.GRID_WORKER)
                .notYet(),
        row("E10")
                .from(MATCHED)
                .action("chooseNone")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .byTimer()
                .notYet(),
        row("E11").from(MATCHED).action("giveUp").to(CANCELLED).byTimer().notYet(),
    };

    private static final RowBuilder[] SERVICE = {
        row("E12")
                .from(CHOSEN)
                .action("schedule")
                .to(SCHEDULED)
                .by(Role.PROVIDER)
                .notYet(),
        row("E13")
                .from(CHOSEN)
                .action("providerDeclines")
                .to(CLASSIFIED)
                .by(Role.PROVIDER)
                .byTimer()
                .notYet(),
        row("E14")
                .from(SCHEDULED)
                .action("reschedule")
                .stays()
                .by(Role.PROVIDER)
                .notYet(),
        row("E15")
                .from(SCHEDULED)
                .action("checkIn")
                .to(IN_SERVICE)
                .by(Role.PROVIDER)
                .notYet(),
        row("E16")
                .from(SCHEDULED)
                .action("noShow")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .notYet(),
        row("E17")
                .from(IN_SERVICE)
                .action("deliver")
                .to(DELIVERED)
                .by(Role.PROVIDER)
                .notYet(),
        row("E18")
                .from(DELIVERED)
                .action("confirm")
                .to(CLOSED)
                .byKey(KeyRole.HOLDER)
                .notYet()
                .source("seed"),
        row("E19")
                .from(DELIVERED)
                .action("contest")
                .to(CLASSIFIED)
                .byKey(KeyRole.HOLDER)
                .notYet(),
        row("E20")
                .from(DELIVERED)
                .action("timeoutClose")
                .to(CLOSED_UNCONFIRMED)
                .byTimer()
                .notYet(),
        row("E21")
                .from(COLLECTED, CLASSIFIED, WAITLISTED, TOWN_HANDLING, MATCHED, CHOSEN, SCHEDULED)
                .action("cancel")
                .to(CANCELLED)
                .byKey(KeyRole.HOLDER)
                .by(Role.GRID_WORKER)
                .notYet(),
        row("E22")
                .from(IN_SERVICE)
                .action("breakOff")
                .to(CLASSIFIED)
                .by(Role.PROVIDER)
                .byKey(KeyRole.HOLDER)
                .notYet(),
    };

    public static final Lifecycle TABLE = lifecycle(Kind.SERVICE_NEED, ServiceNeedState.class, "R5", MATCHING, SERVICE);

    private ServiceNeedTable() {}
}
