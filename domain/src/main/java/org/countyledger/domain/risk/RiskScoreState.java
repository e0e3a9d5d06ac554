package org.countyledger.domain.risk;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a risk score 风险评分. */
public enum RiskScoreState implements State {
    ISSUED(Label.open("已生成", "issued")),
    VIEWED(Label.open("已查看", "viewed")),
    ACTED(Label.open("已采用", "acted on")),
    OVERRIDDEN(Label.open("已否决", "overridden")),
    CONTESTED(Label.open("有异议", "contested")),
    REVIEWED(Label.open("已复核", "reviewed")),
    WITHDRAWN(Label.terminal("已撤销", "withdrawn")),
    OUTCOME_KNOWN(Label.terminal("结果已知", "outcome known")),
    EXPIRED(Label.terminal("已失效", "expired"));

    private final Label label;

    RiskScoreState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
