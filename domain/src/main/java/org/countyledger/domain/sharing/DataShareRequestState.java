package org.countyledger.domain.sharing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a request to share data 数据共享申请. */
public enum DataShareRequestState implements State {
    PREPARED(Label.open("已拟定", "prepared")),
    SUBMITTED(Label.open("已提交", "submitted")),
    MATERIALS_ASKED(Label.open("待补材料", "waiting for missing material")),
    AGREED(Label.open("已同意", "agreed")),
    REFUSED(Label.open("不同意", "refused")),
    IN_USE(Label.open("使用中", "in use")),
    SUSPENDED(Label.open("已暂停", "suspended")),
    TERMINATION_TALKS(Label.open("拟终止协商中", "talks about ending it")),
    COORDINATION(Label.open("争议协调中", "dispute before the authority")),
    DISPOSING(Label.open("处置数据中", "data being disposed of")),
    DISPOSED(Label.terminal("已处置", "disposed of")),
    REFUSED_FINAL(Label.terminal("不同意（已生效）", "refused, final")),
    LAPSED(Label.terminal("逾期未补", "lapsed")),
    WITHDRAWN(Label.terminal("已撤回", "withdrawn"));

    private final Label label;

    DataShareRequestState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
