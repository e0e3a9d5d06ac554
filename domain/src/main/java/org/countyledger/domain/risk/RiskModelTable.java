package org.countyledger.domain.risk;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.risk.RiskModelState.ACTIVE;
import static org.countyledger.domain.risk.RiskModelState.ADMITTED;
import static org.countyledger.domain.risk.RiskModelState.REGISTERED;
import static org.countyledger.domain.risk.RiskModelState.REJECTED;
import static org.countyledger.domain.risk.RiskModelState.RETIRED;
import static org.countyledger.domain.risk.RiskModelState.SUSPENDED;
import static org.countyledger.domain.risk.RiskModelState.VALIDATED;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Field;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.Kind;

/** Risk model 风险模型: written, validated, sponsored and admitted by different hands before it may order anyone's work. */
public final class RiskModelTable {
    private static final Field[] DRIFT = {
        oneOf("reasonCode", "DRIFT"),
        field("psiPermille", FieldType.COUNT),
        field("driftOf", FieldType.NAME),
        field("driftWeek", FieldType.DATE)
    };

    public static final Lifecycle TABLE = lifecycle(
            Kind.RISK_MODEL,
            RiskModelState.class,
            "R3",
            rows(
                    row("I01")
                            .creates()
                            .action("register")
                            .to(REGISTERED)
                            .by(Role.MODEL_AUTHOR)
                            .hand(Duty.AUTHOR)
                            .shows(
                                    field("purpose", FieldType.CODE),
                                    field("canonicalDigest", FieldType.DIGEST),
                                    field("fileDigest", FieldType.DIGEST),
                                    field("trainingDigest", FieldType.DIGEST),
                                    field("schemaDigest", FieldType.DIGEST),
                                    field("calibratorDigest", FieldType.DIGEST),
                                    field("impactAssessmentDigest", FieldType.DIGEST),
                                    field("commit", FieldType.NAME),
                                    field("metricsDigest", FieldType.DIGEST),
                                    field("slicesDigest", FieldType.DIGEST),
                                    field("thresholdMicro", new FieldType.Whole(0, 1_000_000)),
                                    field("intendedUse", FieldType.CODE),
                                    field("forbiddenUse", new FieldType.ListOf(FieldType.CODE, 1, 20)))
                            .does(Models::found)
                            .source("PIPL 55"),
                    row("I02")
                            .from(REGISTERED)
                            .action("validate")
                            .to(VALIDATED)
                            .by(Role.MODEL_VALIDATOR)
                            .hand(Duty.VALIDATE)
                            .separate(Separation.S5)
                            .when(Models.byAnotherOrganisation(), Models.retrainGivesTheSame())
                            .notes(field("canonicalDigest", FieldType.DIGEST), field("metricsDigest", FieldType.DIGEST))
                            .shows(field("reportDigest", FieldType.DIGEST)),
                    row("I03")
                            .from(VALIDATED)
                            .action("sponsor")
                            .stays()
                            .by(Role.MODEL_SPONSOR)
                            .hand(Duty.SPONSOR)
                            .separate(Separation.S5)
                            .when(Models.byANewDepartment())
                            .does(Models::sponsor),
                    row("I04")
                            .from(VALIDATED)
                            .action("admit")
                            .to(ADMITTED)
                            .by(Role.AUDIT_LEAD)
                            .when(Models.enoughSponsors())
                            .starts("EXPIRY")
                            .does(Models::showUntil),
                    row("I05")
                            .from(ADMITTED, SUSPENDED)
                            .action("activate")
                            .to(ACTIVE)
                            .by(Role.AUDITOR)
                            .when(Windows.open("EXPIRY"), Models.pointerIsEmpty())
                            .does(Models::point),
                    row("I06")
                            .from(ACTIVE)
                            .action("suspend")
                            .to(SUSPENDED)
                            .by(Role.AUDITOR, Role.MODEL_SPONSOR)
                            .byTimer()
                            .when(Guards.given("reasonCode")
                                    .onlyIf(Guards.byTimer().not()))
                            .timerNotBefore(Trigger.elapsed("EXPIRY"))
                            .shows(
                                    field("reasonCode", FieldType.CODE).optional(),
                                    field("psiPermille", FieldType.COUNT).optional())
                            .does(Models::emptyPointer),
                    row("I07")
                            .from(REGISTERED, VALIDATED)
                            .action("reject")
                            .to(REJECTED)
                            .by(Role.MODEL_VALIDATOR, Role.AUDIT_LEAD)
                            .shows(field("reasonCode", FieldType.CODE)),
                    row("I08")
                            .from(ADMITTED, SUSPENDED)
                            .action("retire")
                            .to(RETIRED)
                            .by(Role.AUDIT_LEAD)
                            .byTimer()
                            .when(Guards.given("reasonCode")
                                    .onlyIf(Guards.byTimer().not()))
                            .timerNotBefore(Trigger.atField("retiresAt"))
                            .cancelsAll()
                            .shows(field("reasonCode", FieldType.CODE).optional()),
                    row("I09")
                            .from(ACTIVE)
                            .action("reportDrift")
                            .where(Models.anotherOrganisationSawTheSameWeek().not())
                            .stays()
                            .by(Role.SCORING_NODE)
                            .when(Models.driftIsBeyondTheThreshold(), Models.firstWordOfTheOrganisation())
                            .shows(DRIFT)
                            .does(Models::rememberReport)
                            .opens(Kind.AUDIT_FINDING, Models::findingOfDrift),
                    row("I10")
                            .from(ACTIVE)
                            .action("reportDrift")
                            .where(Models.anotherOrganisationSawTheSameWeek())
                            .to(SUSPENDED)
                            .by(Role.SCORING_NODE)
                            .when(Models.driftIsBeyondTheThreshold())
                            .shows(DRIFT)
                            .does((situation, draft) -> {
                                Models.rememberReport(situation, draft);
                                Models.emptyPointer(situation, draft);
                            })));

    private RiskModelTable() {}
}
