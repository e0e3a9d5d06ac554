package org.countyledger.domain.surveys;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.surveys.SurveyState.CERTIFIED;
import static org.countyledger.domain.surveys.SurveyState.CLOSED;
import static org.countyledger.domain.surveys.SurveyState.DRAFT;
import static org.countyledger.domain.surveys.SurveyState.OPEN;
import static org.countyledger.domain.surveys.SurveyState.PUBLISHED;
import static org.countyledger.domain.surveys.SurveyState.TALLIED;
import static org.countyledger.domain.surveys.SurveyState.VOID;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.Counts;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guard;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.lifecycle.Trigger;
import org.countyledger.domain.record.Kind;

/** Survey 问卷: one organisation issues tokens blindly, another tallies, so that neither sees who said what. */
public final class SurveyTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.SURVEY,
            SurveyState.class,
            "R3",
            rows(
                    row("G01")
                            .creates()
                            .action("draft")
                            .to(DRAFT)
                            .by(Role.SURVEY_MANAGER)
                            .shows(
                                    field("questionnaireDigest", FieldType.DIGEST),
                                    field("frameSize", new FieldType.Whole(1, 10_000_000)),
                                    field("targetPermille", new FieldType.Whole(1, 1000)),
                                    field("options", new FieldType.Whole(2, 100)))
                            .does((situation, draft) -> draft.handledBy("GovernanceMSP", "grid-centre"))
                            .source("seed"),
                    row("G02")
                            .from(DRAFT)
                            .action("publish")
                            .to(PUBLISHED)
                            .by(Role.SURVEY_MANAGER)
                            .when(
                                    Surveys.issuerKeyIsFresh(),
                                    Surveys.issuerIsNotTheTally(),
                                    Surveys.opensBeforeItCloses())
                            .shows(
                                    field("issuerKey", FieldType.BASE64),
                                    field("issuerOrg", FieldType.NAME),
                                    field("opens", FieldType.INSTANT),
                                    field("closes", FieldType.INSTANT))
                            .stages("frame")
                            .does(Surveys::takeKey),
                    row("G03")
                            .from(PUBLISHED)
                            .action("open")
                            .to(OPEN)
                            .byTimer()
                            .by(Role.SURVEY_MANAGER)
                            .notBefore(Trigger.atField("opens")),
                    row("G04")
                            .from(OPEN)
                            .action("close")
                            .to(CLOSED)
                            .byTimer()
                            .notBefore(Trigger.atField("closes"))
                            .starts("TALLY"),
                    row("G05")
                            .from(CLOSED)
                            .action("declareIssued")
                            .stays()
                            .by(Role.SURVEY_ISSUER)
                            .when(
                                    Guard.that(
                                            situation ->
                                                    !situation.header().fields().has("issued"),
                                            RefusalCode.ALREADY_DONE),
                                    Surveys.notMoreThanTheFrame())
                            .shows(field("issued", FieldType.COUNT))
                            .stages("issueList"),
                    row("G06")
                            .from(CLOSED)
                            .action("tally")
                            .to(TALLIED)
                            .by(Role.SURVEY_TALLY)
                            .hand(Duty.TALLY)
                            .separate(Separation.S6)
                            .when(
                                    Guard.that(
                                            situation ->
                                                    situation.header().fields().has("issued"),
                                            RefusalCode.NOTHING_TO_READ),
                                    Surveys.countsAddUp())
                            .meets("TALLY")
                            .starts("CERTIFY")
                            .shows(
                                    field("root", FieldType.DIGEST),
                                    field("responses", FieldType.COUNT),
                                    field("counts", Surveys.COUNTS)),
                    row("G07")
                            .from(TALLIED)
                            .action("certify")
                            .to(CERTIFIED)
                            .by(Role.AUDITOR)
                            .hand(Duty.CERTIFY)
                            .separate(Separation.S6)
                            .when(Surveys.equalsTheTally())
                            .meets("CERTIFY")
                            .notes(
                                    field("root", FieldType.DIGEST),
                                    field("responses", FieldType.COUNT),
                                    field("counts", Surveys.COUNTS))
                            .shows(
                                    field("coveragePermille", new FieldType.Whole(0, 1000)),
                                    field("marginPermille", new FieldType.Whole(0, 1000))),
                    row("G08")
                            .from(TALLIED)
                            .action("contestTally")
                            .to(CLOSED)
                            .by(Role.AUDITOR, Role.SURVEY_MANAGER)
                            .when(
                                    Counts.fewerThan("contests", "survey", "contest.count"),
                                    Surveys.differsFromTheTally())
                            .cancels("CERTIFY")
                            .starts("TALLY")
                            .opens(Kind.AUDIT_FINDING, Surveys::finding)
                            .notes(field("root", FieldType.DIGEST))
                            .does(Counts.up("contests")),
                    row("G09")
                            .from(DRAFT, PUBLISHED, OPEN, CLOSED, TALLIED)
                            .action("void")
                            .to(VOID)
                            .by(Role.SURVEY_MANAGER)
                            .cancelsAll()
                            .shows(field("reasonCode", FieldType.CODE))));

    private SurveyTable() {}
}
