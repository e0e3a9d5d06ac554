package org.countyledger.domain.sensing;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of the handling of an exceedance 监测超标处置; whether the air is still bad is another fact. */
public enum ExceedanceState implements State {
    NEW(Label.open("待签收", "to be acknowledged")),
    ACKED(Label.open("已签收", "acknowledged")),
    ON_SITE(Label.open("现场核查中", "on site")),
    CAUSE_RECORDED(Label.open("已查明原因", "cause recorded")),
    NO_SOURCE(Label.open("未发现污染源", "no source found")),
    FALSE_ALARM(Label.open("疑似误报", "false alarm")),
    HANDLED(Label.open("已处置", "handled")),
    VERIFIED(Label.open("已核验", "verified")),
    CLOSED(Label.terminal("已办结", "closed")),
    CLOSED_UNVISITED(Label.terminal("未到场办结", "closed without a visit")),
    RECORDED_ONLY(Label.terminal("历史记录", "recorded only"));

    private final Label label;

    ExceedanceState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
