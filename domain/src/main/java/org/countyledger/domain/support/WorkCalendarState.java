package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a working-day calendar 工作日历. */
public enum WorkCalendarState implements State {
    PUBLISHED(Label.open("已录入", "published")),
    IN_FORCE(Label.open("生效", "in force")),
    WITHDRAWN(Label.terminal("已撤回", "withdrawn")),
    ARCHIVED(Label.terminal("已归档", "archived"));

    private final Label label;

    WorkCalendarState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
