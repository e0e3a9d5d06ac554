package org.countyledger.domain.sensing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a sensor 传感器. */
public enum SensorState implements State {
    REGISTERED(Label.open("已登记", "registered")),
    ACTIVE(Label.open("在用", "active")),
    SUSPECT(Label.open("存疑", "suspect")),
    SUSPENDED(Label.open("停用", "suspended")),
    RETIRED(Label.terminal("已报废", "retired"));

    private final Label label;

    SensorState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
