package org.countyledger.domain.surveys;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** The one state of a survey response 答卷. */
public enum SurveyResponseState implements State {
    COUNTED(Label.terminal("已计入", "counted"));

    private final Label label;

    SurveyResponseState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
