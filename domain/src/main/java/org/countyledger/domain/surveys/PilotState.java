package org.countyledger.domain.surveys;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a pilot 试点. */
public enum PilotState implements State {
    PLANNED(Label.open("已计划", "planned")),
    RUNNING(Label.open("试点中", "running")),
    QUARTER_REVIEW(Label.open("季度评估中", "under quarterly review")),
    EXPANDED(Label.terminal("已推广", "expanded")),
    STOPPED(Label.terminal("已停止", "stopped"));

    private final Label label;

    PilotState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
