package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a public notice 公示. */
public enum NoticeState implements State {
    LINTED(Label.open("待张贴", "checked, to be posted")),
    UP(Label.open("张贴中", "posted")),
    DOWN(Label.terminal("已撤下", "taken down")),
    VOID(Label.terminal("已作废", "void"));

    private final Label label;

    NoticeState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
