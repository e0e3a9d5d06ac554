package org.countyledger.domain.audit;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of an audit finding 审计发现. */
public enum AuditFindingState implements State {
    OPEN(Label.open("已发现", "found")),
    NOTIFIED(Label.open("已通知", "notified")),
    DISPUTED(Label.open("有异议", "disputed")),
    RECTIFYING(Label.open("整改中", "being rectified")),
    RECTIFIED(Label.open("已整改", "rectified")),
    CLOSED(Label.terminal("已销号", "closed")),
    DISMISSED(Label.terminal("已撤销", "dismissed"));

    private final Label label;

    AuditFindingState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
