package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a delivery 送达. */
public enum DeliveryState implements State {
    SENT(Label.open("已发出", "sent")),
    DELIVERED(Label.terminal("已送达", "delivered")),
    FAILED(Label.terminal("未送达", "failed"));

    private final Label label;

    DeliveryState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
