package org.countyledger.domain.surveys;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.surveys.SurveyResponseState.COUNTED;

import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;

/** Survey response 答卷: one anonymous token, one answer; brought by the auditor's conduit without a resident's key. */
public final class SurveyResponseTable {
    public static final Lifecycle TABLE = lifecycle(
            Kind.SURVEY_RESPONSE,
            SurveyResponseState.class,
            "R30",
            rows(row("G21")
                    .creates()
                    .action("respond")
                    .to(COUNTED)
                    .by(Role.CONDUIT)
                    .when(Surveys.isBroughtByTheTally(), Surveys.tokenIsValid())
                    .shows(
                            field("survey", FieldType.NAME),
                            field("tokenMessage", FieldType.BASE64),
                            field("tokenSignature", FieldType.BASE64),
                            field("answerCommitment", FieldType.DIGEST))
                    .source("RFC 9474")));

    private SurveyResponseTable() {}
}
