package org.countyledger.domain.audit;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of an audit engagement 审计项目. */
public enum AuditEngagementState implements State {
    PLANNED(Label.open("已立项", "planned")),
    NOTIFIED(Label.open("已通知", "notified")),
    FIELDWORK(Label.open("审计中", "in the field")),
    OPINION_ASKED(Label.open("征求意见中", "the unit is asked for its opinion")),
    REPORTED(Label.open("已出报告", "reported")),
    CLOSED(Label.terminal("已办结", "closed")),
    CANCELLED(Label.terminal("已取消", "cancelled"));

    private final Label label;

    AuditEngagementState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
