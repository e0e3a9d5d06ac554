package org.countyledger.domain.contracts;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a provider's monthly report 绩效报告. */
public enum PerformanceReportState implements State {
    SUBMITTED(Label.open("已报送", "submitted")),
    MISSING(Label.open("未报送", "missing")),
    ONCE_RECOMPUTED(Label.open("已复算一次", "recomputed once")),
    RECOMPUTED(Label.open("复算一致", "recomputed equal")),
    DISPUTED(Label.open("有异议", "disputed")),
    ACCEPTED(Label.open("已认定", "accepted")),
    SETTLED(Label.terminal("已结算", "settled"));

    private final Label label;

    PerformanceReportState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
