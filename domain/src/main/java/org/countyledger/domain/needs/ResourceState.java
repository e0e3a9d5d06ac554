package org.countyledger.domain.needs;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a provider's resource 服务资源. */
public enum ResourceState implements State {
    DRAFT(Label.open("已登记", "registered")),
    OPEN(Label.open("开放", "open")),
    PAUSED(Label.open("暂停", "paused")),
    CLOSED(Label.terminal("已关闭", "closed"));

    private final Label label;

    ResourceState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
