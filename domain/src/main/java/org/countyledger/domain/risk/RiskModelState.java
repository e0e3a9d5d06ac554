package org.countyledger.domain.risk;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a risk model 风险模型. */
public enum RiskModelState implements State {
    REGISTERED(Label.open("已登记", "registered")),
    VALIDATED(Label.open("已验证", "validated")),
    ADMITTED(Label.open("已准入", "admitted")),
    ACTIVE(Label.open("使用中", "in use")),
    SUSPENDED(Label.open("已暂停", "suspended")),
    REJECTED(Label.terminal("未通过", "rejected")),
    RETIRED(Label.terminal("已退役", "retired"));

    private final Label label;

    RiskModelState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
