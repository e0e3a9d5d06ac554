package org.countyledger.domain.contracts;

import static org.countyledger.domain.contracts.PppContractState.ABANDONED;
import static org.countyledger.domain.contracts.PppContractState.ACTIVE;
import static org.countyledger.domain.contracts.PppContractState.DRAFT;
import static org.countyledger.domain.contracts.PppContractState.ENDED;
import static org.countyledger.domain.contracts.PppContractState.PROVIDER_SIGNED;
import static org.countyledger.domain.contracts.PppContractState.SIGNED;
import static org.countyledger.domain.contracts.PppContractState.SUSPENDED;
import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;

import java.util.Optional;
import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Who;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Providers;

/** Service contract 合作合同 between a department and a provider; both sign the same text. */
public final class PppContractTable {
    private static final FieldType VERSION = new FieldType.Whole(1, Integer.MAX_VALUE);
    private static final Field[] TERMS = {
        field("procurementRef", FieldType.NAME),
        field("provider", FieldType.NAME),
        field("serviceCode", FieldType.CODE),
        field("from", FieldType.DATE),
        field("to", FieldType.DATE),
        field("feeFen", new FieldType.Whole(0, 1_000_000_000_000L)),
        field("kpiVersion", VERSION),
        field("requiredSlotsPerDay", new FieldType.Whole(0, 10_000)).optional(),
    };

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
                            .hand(Duty.PROPOSE)
                            .when(Contracts.providerIsThere(), Contracts.termsArePossible())
                            .shows(TERMS)
                            .stages("text")
                            .does(Contracts::found),
                    row("F02")
                            .from(DRAFT)
                            .action("redraft")
                            .stays()
                            .by(Role.CONTRACT_MANAGER)
                            .hand(Duty.PROPOSE)
                            .when(Contracts.providerIsThere(), Contracts.termsArePossible())
                            .shows(TERMS)
                            .stages("text"),
                    row("F03")
                            .from(DRAFT)
                            .action("signProvider")
                            .to(PROVIDER_SIGNED)
                            .by(Role.PROVIDER)
                            .when(Providers.isOwn(), Contracts.signsTheText())
                            .notes(field("textCommitment", FieldType.DIGEST))
                            .source("seed"),
                    row("F04")
                            .from(PROVIDER_SIGNED)
                            .action("signDepartment")
                            .to(SIGNED)
                            .by(Role.CONTRACT_MANAGER)
                            .hand(Duty.RATIFY)
                            .separate(Separation.S7)
                            .when(Contracts.signsTheText())
                            .notes(field("textCommitment", FieldType.DIGEST))
                            .source("seed"),
                    row("F05")
                            .from(SIGNED, SUSPENDED)
                            .action("activate")
                            .to(ACTIVE)
                            .by(Role.CONTRACT_MANAGER)
                            .byTimer()
                            .when(Contracts.hasBegun())
                            .timerNotBefore((header, records) ->
                                    header.state().equals(SIGNED.name()) ? Contracts.begins(header) : Optional.empty()),
                    row("F06")
                            .from(ACTIVE)
                            .action("suspend")
                            .to(SUSPENDED)
                            .by(Role.CONTRACT_MANAGER)
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("memo"),
                    row("F07")
                            .from(ACTIVE)
                            .action("amend")
                            .stays()
                            .by(Role.CONTRACT_MANAGER, Role.PROVIDER)
                            .twice()
                            .when(Providers.isOwn(), Contracts.otherSideSubmits(), Contracts.fromNextMonthOn())
                            .notes(
                                    field("fromMonth", FieldType.MONTH),
                                    field("kpiVersion", VERSION).optional(),
                                    field("feeFen", FieldType.COUNT).optional())
                            .stages("text")
                            .does(Contracts::amend),
                    row("F08")
                            .from(ACTIVE, SUSPENDED)
                            .action("end")
                            .to(ENDED)
                            .byTimer()
                            .by(Role.CONTRACT_MANAGER)
                            .when(
                                    Guards.given("reasonCode").onlyIf(Contracts.isEarly()),
                                    Guards.staged("memo").onlyIf(Contracts.isEarly()))
                            .timerNotBefore((header, records) -> Contracts.ends(header))
                            .shows(field("reasonCode", FieldType.CODE).optional())
                            .mayStage("memo"),
                    row("F09")
                            .from(DRAFT, PROVIDER_SIGNED, SIGNED)
                            .action("abandon")
                            .to(ABANDONED)
                            .by(Role.CONTRACT_MANAGER)
                            .by(new Who.HolderIf(
                                    Role.PROVIDER,
                                    situation -> !situation.header().state().equals(SIGNED.name())))
                            .when(Providers.isOwn())
                            .shows(field("reasonCode", FieldType.CODE))));

    private PppContractTable() {}
}
