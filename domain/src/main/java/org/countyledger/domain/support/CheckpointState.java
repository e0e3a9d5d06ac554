package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a daily checkpoint 检查点. */
public enum CheckpointState implements State {
    PROPOSED(Label.open("待会签", "proposed")),
    PUBLISHED(Label.terminal("已公布", "published")),
    REJECTED(Label.terminal("不一致", "rejected"));

    private final Label label;

    CheckpointState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
