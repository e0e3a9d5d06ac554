package org.countyledger.domain.sharing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** The one state of an access record 访问记录. */
public enum AccessRecordState implements State {
    RECORDED(Label.terminal("已记录", "recorded"));

    private final Label label;

    AccessRecordState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
