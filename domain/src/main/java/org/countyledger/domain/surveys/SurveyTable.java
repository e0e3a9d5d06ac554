package org.countyledger.domain.surveys;

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

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.Lifecycle;
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
                            .notYet()
                            .source("seed"),
                    row("G02")
                            .from(DRAFT)
                            .action("publish")
                            .to(PUBLISHED)
                            .by(Role.SURVEY_MANAGER)
                            .notYet(),
                    row("G03")
                            .from(PUBLISHED)
                            .action("open")
                            .to(OPEN)
                            .byTimer()
                            .by(Role.SURVEY_MANAGER)
                            .notYet(),
                    row("G04").from(OPEN).action("close").to(CLOSED).byTimer().notYet(),
                    row("G05")
                            .from(CLOSED)
                            .action("declareIssued")
                            .stays()
                            .by(Role.SURVEY_ISSUER)
                            .notYet(),
                    row("G06")
                            .from(CLOSED)
                            .action("tally")
                            .to(TALLIED)
                            .by(Role.SURVEY_TALLY)
                            .notYet(),
                    row("G07")
                            .from(TALLIED)
                            .action("certify")
                            .to(CERTIFIED)
                            .by(Role.AUDITOR)
                            .notYet(),
                    row("G08")
                            .from(TALLIED)
                            .action("contestTally")
                            .to(CLOSED)
                            .by(Role.AUDITOR, Role.SURVEY_MANAGER)
                            .notYet(),
                    row("G09")
                            .from(DRAFT, PUBLISHED, OPEN, CLOSED, TALLIED)
                            .action("void")
                            .to(VOID)
                            .by(Role.SURVEY_MANAGER)
                            .notYet()));

    private SurveyTable() {}
}
