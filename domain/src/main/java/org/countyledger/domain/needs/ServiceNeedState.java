package org.countyledger.domain.needs;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of a service need 微治理需求. */
public enum ServiceNeedState implements State {
    COLLECTED(Label.open("已收集", "collected")),
    CLASSIFIED(Label.open("已分类", "classified")),
    WAITLISTED(Label.open("等候资源", "waiting for a provider")),
    TOWN_HANDLING(Label.open("乡镇协调中", "with the township")),
    MATCHED(Label.open("已匹配", "matched, to be chosen")),
    CHOSEN(Label.open("已选定", "provider chosen")),
    SCHEDULED(Label.open("已预约", "scheduled")),
    IN_SERVICE(Label.open("服务中", "being served")),
    DELIVERED(Label.open("已服务待确认", "delivered, to be confirmed")),
    CLOSED(Label.terminal("已办结", "closed")),
    CLOSED_UNCONFIRMED(Label.terminal("已办结（未确认）", "closed, not confirmed")),
    REFERRED(Label.terminal("已转介", "referred")),
    UNMET(Label.terminal("未能满足", "could not be met")),
    CANCELLED(Label.terminal("已取消", "cancelled"));

    private final Label label;

    ServiceNeedState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
