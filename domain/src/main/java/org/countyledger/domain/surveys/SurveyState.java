package org.countyledger.domain.surveys;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a survey 问卷. */
public enum SurveyState implements State {
    DRAFT(Label.open("起草中", "being drafted")),
    PUBLISHED(Label.open("已公布", "published")),
    OPEN(Label.open("填答中", "open")),
    CLOSED(Label.open("已截止", "closed")),
    TALLIED(Label.open("已计票", "tallied")),
    CERTIFIED(Label.terminal("已核证", "certified")),
    VOID(Label.terminal("已作废", "void"));

    private final Label label;

    SurveyState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
