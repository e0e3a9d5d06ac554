package org.countyledger.domain.sharing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a request to correct data 校核申请. */
public enum CorrectionRequestState implements State {
    FILED(Label.open("已提出", "filed")),
    KEPT(Label.open("维持原数据", "data kept as they are")),
    REVIEW(Label.open("争议协调中", "before the authority")),
    CORRECTED(Label.terminal("已更正", "corrected")),
    KEPT_FINAL(Label.terminal("维持原数据（已生效）", "data kept, final")),
    WITHDRAWN(Label.terminal("已撤回", "withdrawn"));

    private final Label label;

    CorrectionRequestState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
