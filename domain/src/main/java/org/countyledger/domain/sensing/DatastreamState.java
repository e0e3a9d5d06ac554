package org.countyledger.domain.sensing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a datastream 数据流. */
public enum DatastreamState implements State {
    OPEN(Label.open("接收中", "open")),
    CLOSED(Label.terminal("已关闭", "closed"));

    private final Label label;

    DatastreamState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
