package org.countyledger.domain.welfare;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a welfare application 救助申请. */
public enum WelfareState implements State {
    SUBMITTED(Label.open("已提交", "submitted")),
    CORRECTION(Label.open("待补正", "waiting for missing material")),
    ACCEPTED(Label.open("已受理", "accepted")),
    VERIFYING(Label.open("核查中", "being verified")),
    OPINION_GIVEN(Label.open("乡镇已出具意见", "township opinion given")),
    PUBLIC_NOTICE(Label.open("公示中", "on public notice")),
    OBJECTION_REVIEW(Label.open("异议复查中", "objection under review")),
    COUNTY_REVIEW(Label.open("县级审核中", "under county review")),
    GRANTED(Label.open("已确认", "granted")),
    ACTIVE(Label.open("享受中", "receiving")),
    CHANGE_HEARING(Label.open("变更听取意见中", "being heard before a change")),
    ENDING(Label.open("待终止", "ending")),
    REFUSED(Label.open("不予确认", "refused")),
    RECONSIDERATION(Label.open("复议中", "under reconsideration")),
    EMERGENCY_GRANTED(Label.open("紧急救助已发放", "emergency aid granted")),
    EMERGENCY_REVIEW(Label.open("紧急救助补核中", "emergency aid under review")),
    LAPSED(Label.terminal("逾期未补正", "lapsed")),
    TRANSFERRED(Label.terminal("已转项目", "moved to another programme")),
    REDIRECTED(Label.terminal("已转主管机关", "sent to the competent organ")),
    REFUSED_FINAL(Label.terminal("不予确认（已生效）", "refused, final")),
    ENDED(Label.terminal("已终止", "ended")),
    COMPLETED(Label.terminal("已办结", "completed")),
    WITHDRAWN(Label.terminal("已撤回", "withdrawn"));

    private final Label label;

    WelfareState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
