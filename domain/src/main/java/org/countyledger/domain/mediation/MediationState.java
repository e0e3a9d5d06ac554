package org.countyledger.domain.mediation;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a mediation 调解. */
public enum MediationState implements State {
    PROPOSED(Label.open("已提出", "proposed")),
    CONSENTED(Label.open("各方已同意", "consented")),
    MEDIATOR_SET(Label.open("已确定调解员", "mediator named")),
    MEDIATING(Label.open("调解中", "being mediated")),
    AGREED(Label.open("已达成一致", "agreed, to be signed")),
    EFFECTIVE(Label.open("协议已生效", "agreement in effect")),
    COURT_REQUESTED(Label.open("司法确认中", "before the court for confirmation")),
    BREACHED(Label.open("未按期履行", "not performed in time")),
    FULFILLED(Label.terminal("已履行", "fulfilled")),
    BREACHED_FINAL(Label.terminal("未履行（已告知救济途径）", "not performed, other routes told")),
    DECLINED(Label.terminal("未同意调解", "declined")),
    TRANSFERRED(Label.terminal("已移送", "transferred")),
    REJECTED(Label.terminal("不予受理", "not taken on")),
    FAILED(Label.terminal("调解终止", "ended without agreement"));

    private final Label label;

    MediationState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
