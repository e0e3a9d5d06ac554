package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a policy version 政策. */
public enum PolicyState implements State {
    PROPOSED(Label.open("拟定", "proposed")),
    RATIFIED(Label.open("已审定", "ratified")),
    WITHDRAWN(Label.open("已撤回", "withdrawn")),
    SUPERSEDED(Label.terminal("已被替代", "superseded"));

    private final Label label;

    PolicyState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
