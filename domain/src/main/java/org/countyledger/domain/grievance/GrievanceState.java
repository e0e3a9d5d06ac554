package org.countyledger.domain.grievance;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a grievance 诉求. */
public enum GrievanceState implements State {
    REGISTERED(Label.open("已登记", "registered")),
    GRID_HANDLING(Label.open("网格先行处理中", "tried by the grid worker")),
    DISPATCHED(Label.open("已转交承办单位", "dispatched")),
    DISPATCH_OBJECTED(Label.open("转交异议核定中", "dispatch objected to")),
    ACCEPTED(Label.open("已受理", "accepted")),
    IN_HANDLING(Label.open("办理中", "in handling")),
    IN_MEDIATION(Label.open("调解中", "in mediation")),
    OPINION_ISSUED(Label.open("已出具处理意见", "opinion issued")),
    RESOLVED(Label.open("已办理，待确认", "resolved, to be confirmed")),
    CLOSED(Label.open("已办结", "closed")),
    CLOSED_UNCONFIRMED(Label.open("已办结（未确认）", "closed, not confirmed")),
    UNDER_REVIEW(Label.open("复查中", "under review")),
    REVIEW_DECIDED(Label.open("复查已决定", "review decided")),
    UNDER_REREVIEW(Label.open("复核中", "under re-review")),
    REREVIEW_HEARING(Label.open("复核听证中", "re-review hearing")),
    REREVIEW_DECIDED(Label.open("复核已决定", "re-review decided")),
    SEALED(Label.terminal("已记录", "recorded")),
    MERGED(Label.terminal("已并案", "merged")),
    NOT_ACCEPTED(Label.terminal("不再受理", "not accepted")),
    DIVERTED(Label.terminal("已导入法定途径", "sent to its legal route")),
    FINAL(Label.terminal("已终结", "final")),
    ARCHIVED(Label.terminal("已归档", "archived")),
    WITHDRAWN(Label.terminal("已撤回", "withdrawn"));

    private final Label label;

    GrievanceState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
