package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of an organisational unit or a grid 机构、网格. */
public enum UnitState implements State {
    ACTIVE(Label.open("在用", "active")),
    CLOSED(Label.terminal("已撤销", "closed"));

    private final Label label;

    UnitState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
