package org.countyledger.domain.sensing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a batch of windows 窗口批. */
public enum WindowBatchState implements State {
    COMMITTED(Label.terminal("已上链", "committed"));

    private final Label label;

    WindowBatchState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
