package org.countyledger.domain.risk;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Field.oneOf;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.risk.RiskScoreState.ACTED;
import static org.countyledger.domain.risk.RiskScoreState.CONTESTED;
import static org.countyledger.domain.risk.RiskScoreState.EXPIRED;
import static org.countyledger.domain.risk.RiskScoreState.ISSUED;
import static org.countyledger.domain.risk.RiskScoreState.OUTCOME_KNOWN;
import static org.countyledger.domain.risk.RiskScoreState.OVERRIDDEN;
import static org.countyledger.domain.risk.RiskScoreState.REVIEWED;
import static org.countyledger.domain.risk.RiskScoreState.VIEWED;
import static org.countyledger.domain.risk.RiskScoreState.WITHDRAWN;

import java.util.Optional;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Windows;
import org.countyledger.domain.record.KeyRole;
import org.countyledger.domain.record.Kind;

/** Risk score 风险评分 of a record, never of a person: it orders visits and work, decides nothing, and can be contested. */
public final class RiskScoreTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.RISK_SCORE,
            RiskScoreState.class,
            "R3",
            rows(
                    row("I21")
                            .creates()
                            .action("issue")
                            .to(ISSUED)
                            .by(Role.SCORING_NODE)
                            .when(
                                    Scores.byTheOwnersNode(),
                                    Scores.modelIsInUse(),
                                    Scores.recordIsThere(),
                                    Scores.supersedesOneOfTheSame(),
                                    Scores.isAttested())
                            .starts("EXPIRY")
                            .shows(
                                    field("purpose", FieldType.CODE),
                                    field("recordKind", FieldType.KIND),
                                    field("recordId", FieldType.NAME),
                                    field("recordSeq", FieldType.COUNT),
                                    field("model", FieldType.NAME),
                                    field("modelDigest", FieldType.DIGEST),
                                    field("calibratorDigest", FieldType.DIGEST),
                                    field("schemaDigest", FieldType.DIGEST),
                                    field("attestation", FieldType.BASE64),
                                    field("supersedes", FieldType.NAME).optional())
                            .stages("score")
                            .does(Scores::attach)
                            .source("PIPL 24"),
                    row("I22")
                            .from(ISSUED)
                            .action("view")
                            .to(VIEWED)
                            .byOfficerOf(Scores::department, Role.CASE_OFFICER)
                            .by(Role.GRID_LEAD, Role.SUPERVISOR)
                            .when(Windows.open("EXPIRY"), Scores.readIsRecorded())
                            .notes(field("accessRecord", FieldType.NAME))
                            .does(Scores::rememberViewer),
                    row("I23")
                            .from(VIEWED)
                            .action("act")
                            .to(ACTED)
                            .byOfficerOf(Scores::department, Role.CASE_OFFICER)
                            .by(Role.GRID_LEAD, Role.SUPERVISOR)
                            .shows(oneOf("code", "VISIT", "PRIORITY"))
                            .stages("note"),
                    row("I24")
                            .from(VIEWED)
                            .action("override")
                            .to(OVERRIDDEN)
                            .byOfficerOf(Scores::department, Role.CASE_OFFICER)
                            .by(Role.GRID_LEAD, Role.SUPERVISOR)
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("note"),
                    row("I25")
                            .from(ISSUED, VIEWED, ACTED, OVERRIDDEN)
                            .action("contest")
                            .to(CONTESTED)
                            .byKey(KeyRole.HOLDER)
                            .starts("CONTEST")
                            .stages("reason")
                            .source("PIPL 24, 48"),
                    row("I26")
                            .from(CONTESTED)
                            .action("answer:KEPT")
                            .to(REVIEWED)
                            .byOfficerOf(Scores::department, Role.CASE_OFFICER_LEAD)
                            .when(Scores.notTheViewer())
                            .meets("CONTEST")
                            .stages("explanation")
                            .source("PIPL 24"),
                    row("I27")
                            .from(CONTESTED)
                            .action("answer:WITHDRAWN")
                            .to(WITHDRAWN)
                            .byOfficerOf(Scores::department, Role.CASE_OFFICER_LEAD)
                            .when(Scores.notTheViewer())
                            .meets("CONTEST")
                            .shows(field("reasonCode", FieldType.CODE))
                            .stages("explanation")
                            .source("PIPL 24"),
                    row("I28")
                            .from(ACTED, OVERRIDDEN, REVIEWED, ISSUED, VIEWED)
                            .action("recordOutcome")
                            .to(OUTCOME_KNOWN)
                            .by(Role.SCORING_NODE)
                            .when(Scores.byTheOwnersNode(), Scores.recordHasEnded())
                            .shows(field("cameTrue", FieldType.FLAG)),
                    row("I29")
                            .from(ISSUED, VIEWED, ACTED, OVERRIDDEN, REVIEWED)
                            .action("expire")
                            .to(EXPIRED)
                            .byTimer()
                            .when(Scores.isOverOrSuperseded())
                            .timerNotBefore((header, records) ->
                                    Optional.of(header.position().since()))
                            .notes(field("newer", FieldType.NAME).optional())
                            .does(Scores::noteWhy)));

    private RiskScoreTable() {}
}
