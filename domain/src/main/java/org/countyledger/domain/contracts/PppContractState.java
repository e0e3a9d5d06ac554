package org.countyledger.domain.contracts;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a service contract 合作合同. */
public enum PppContractState implements State {
    DRAFT(Label.open("起草中", "being drafted")),
    PROVIDER_SIGNED(Label.open("机构已签署", "signed by the provider")),
    SIGNED(Label.open("双方已签署", "signed by both")),
    ACTIVE(Label.open("履行中", "in force")),
    SUSPENDED(Label.open("已中止", "suspended")),
    ENDED(Label.terminal("已终止", "ended")),
    ABANDONED(Label.terminal("已放弃", "abandoned"));

    private final Label label;

    PppContractState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
