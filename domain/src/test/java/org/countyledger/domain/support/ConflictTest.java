package org.countyledger.domain.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countyledger.domain.testing.Officers.TOWN_CLERK;
import static org.countyledger.domain.testing.Officers.TOWN_LEAD;
import static org.countyledger.domain.testing.Officers.officer;

import org.countyledger.domain.actor.Actor;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.lifecycle.RefusalCode;
import org.countyledger.domain.testing.Act;
import org.countyledger.domain.testing.Target;
import org.countyledger.domain.testing.TestCounty;
import org.countyledger.domain.testing.WelfareCase;
import org.junit.jupiter.api.Test;

/** A declaration of interests may turn into a conflict, never back; a conflict is flagged on the record. */
class ConflictTest {
    private final TestCounty county = TestCounty.legal();
    private final WelfareCase story = new WelfareCase(county).submitted();

    private Act revising(Actor officer, Target declaration) {
        return county.by(officer, declaration)
                .does("revise")
                .with("answer", "CONFLICT")
                .staging("relation");
    }

    private Target declared(String answer) {
        Act declaring = story.papers().declaring(TOWN_CLERK, story.target(), answer);
        (answer.equals("NONE") ? declaring : declaring.staging("relation")).accepted();
        return story.papers().declaration(TOWN_CLERK, story.target());
    }

    private Act flagging(Actor by, Actor about) {
        return story.by(by).does("flagConflict").with("officer", about.staff().orElseThrow());
    }

    @Test
    void noneBecomesConflictAndTheOfficerStandsAside() {
        Target declaration = declared("NONE");
        revising(TOWN_CLERK, declaration).accepted();
        assertThat(county.header(declaration).state()).isEqualTo("DECLARED");
        story.by(TOWN_CLERK).does("accept").refusedAs(RefusalCode.RECUSED);
    }

    @Test
    void aConflictIsNeverRevised() {
        Target declaration = declared("CONFLICT");
        revising(TOWN_CLERK, declaration).refusedAs(RefusalCode.ANSWER_NOT_CHANGED);
        revising(TOWN_CLERK, declaration).with("answer", "NONE").refusedAs(RefusalCode.FIELD_INVALID);
    }

    @Test
    void onlyTheOfficerRevisesAndExplainsInPrivate() {
        Target declaration = declared("NONE");
        revising(TOWN_LEAD, declaration).refusedAs(RefusalCode.ROLE_NOT_ALLOWED);
        revising(TOWN_CLERK, declaration).uncommit("relation").refusedAs(RefusalCode.COMMITMENT_MISSING);
    }

    @Test
    void aDeclaredConflictIsFlaggedByTheOfficerOrWhoOversees() {
        declared("CONFLICT");
        flagging(officer(Role.SUPERVISOR, 1), TOWN_CLERK).accepted();
        assertThat(story.header().flags()).contains("CONFLICT");
        flagging(officer(Role.AUDITOR, 1), TOWN_CLERK).accepted();
        flagging(TOWN_CLERK, TOWN_CLERK).accepted();
        flagging(TOWN_LEAD, TOWN_CLERK).refusedAs(RefusalCode.NOT_THE_NAMED_OFFICER);
    }

    @Test
    void whatWasNotDeclaredIsNotFlagged() {
        flagging(officer(Role.SUPERVISOR, 1), TOWN_CLERK).refusedAs(RefusalCode.CONFLICT_UNDECLARED);
        declared("NONE");
        flagging(officer(Role.SUPERVISOR, 1), TOWN_CLERK).refusedAs(RefusalCode.CONFLICT_UNDECLARED);
    }
}
