package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a declaration of interests 回避申报. */
public enum ConflictState implements State {
    DECLARED(Label.open("已申报", "declared")),
    CLOSED(Label.terminal("已结束", "closed"));

    private final Label label;

    ConflictState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
