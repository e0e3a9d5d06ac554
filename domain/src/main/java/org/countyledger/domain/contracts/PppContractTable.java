package org.countyledger.domain.contracts;

import static org.countyledger.domain.contracts.PppContractState.ABANDONED;
import static org.countyledger.domain.contracts.PppContractState.ACTIVE;
import static org.countyledger.domain.contracts.PppContractState.DRAFT;
import static org.countyledger.domain.contracts.PppContractState.ENDED;
import static org.countyledger.domain.contracts.PppContractState.PROVIDER_SIGNED;
import static org.countyledger.domain.contracts.PppContractState.SIGNED;
import static org.countyledger.domain.contracts.PppContractState.SUSPENDED;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Service contract 合作合同 between a department and a provider; both sign the same text. */
public final class PppContractTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.PPP_CONTRACT,
            PppContractState.class,
            "R10",
            rows(
                    row("F01")
                            .creates()
                            .action("draft")
                            .to(DRAFT)
                            .by(Role.CONTRACT_MANAGER)
                            .notYet(),
                    row("F02")
                            .from(DRAFT)
                            .action("redraft")
                            .stays()
                            .by(Role.CONTRACT_MANAGER)
                            .notYet(),
                    row("F03")
                            .from(DRAFT)
                            .action("signProvider")
                            .to(PROVIDER_SIGNED)
                            .by(Role.PROVIDER)
                            .notYet()
                            .source("seed"),
                    row("F04")
                            .from(PROVIDER_SIGNED)
                            .action("signDepartment")
                            .to(SIGNED)
                            .by(Role.CONTRACT_MANAGER)
                            .notYet()
                            .source("seed"),
                    row("F05")
                            .from(SIGNED, SUSPENDED)
                            .action("activate")
                            .to(ACTIVE)
                            .by(Role.CONTRACT_MANAGER)
                            .byTimer()
                            .notYet(),
                    row("F06")
                            .from(ACTIVE)
                            .action("suspend")
                            .to(SUSPENDED)
                            .by(Role.CONTRACT_MANAGER)
                            .notYet(),
                    row("F07")
                            .from(ACTIVE)
                            .action("amend")
                            .stays()
                            .by(Role.CONTRACT_MANAGER, Role.PROVIDER)
                            .notYet(),
                    row("F08")
                            .from(ACTIVE, SUSPENDED)
                            .action("end")
                            .to(ENDED)
                            .byTimer()
                            .by(Role.CONTRACT_MANAGER)
                            .notYet(),
                    row("F09")
                            .from(DRAFT, PROVIDER_SIGNED, SIGNED)
                            .action("abandon")
                            .to(ABANDONED)
                            .by(Role.CONTRACT_MANAGER, Role.PROVIDER)
                            .notYet()));

    private PppContractTable() {}
}
