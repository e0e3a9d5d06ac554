package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of an entry of the list of legal bases 法律依据. */
public enum LegalBasisState implements State {
    IN_FORCE(Label.open("有效", "in force")),
    REPEALED(Label.terminal("已废止", "repealed"));

    private final Label label;

    LegalBasisState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
