package org.countyledger.domain.support;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a disbursement 发放; the names of the middle ones are those of inter-bank transfers (Mojaloop). */
public enum DisbursementState implements State {
    INSTRUCTED(Label.open("已下达", "instructed")),
    RECEIVED(Label.open("银行已受理", "received by the bank")),
    RESERVED(Label.open("资金已备付", "reserved")),
    COMMITTED(Label.open("已发放", "paid")),
    ABORTED(Label.open("已退回", "aborted")),
    ISSUE_OPEN(Label.open("未到账核查中", "a problem is being looked into")),
    SETTLED(Label.terminal("已确认到账", "receipt confirmed")),
    SETTLED_UNCONFIRMED(Label.terminal("已发放（未确认）", "paid, not confirmed")),
    CANCELLED(Label.terminal("已取消", "cancelled"));

    private final Label label;

    DisbursementState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
