package org.countyledger.domain.contracts;

import org.countyledger.domain.lifecycle.Label;
import org.countyledger.domain.lifecycle.State;

/** States of an appointment 预约. */
public enum AppointmentState implements State {
    BOOKED(Label.open("已预约", "booked")),
    CONFIRMED(Label.open("已确认", "confirmed")),
    CHECKED_IN(Label.open("已签到", "checked in")),
    IN_CONSULT(Label.open("服务中", "being served")),
    COMPLETED(Label.open("已完成", "completed")),
    NO_SHOW_CLAIMED(Label.open("机构称未到", "said not to have come")),
    NO_SHOW_DISPUTED(Label.open("未到有异议", "absence disputed")),
    RATED(Label.terminal("已评价", "rated")),
    COMPLETED_UNRATED(Label.terminal("已完成（未评价）", "completed, not rated")),
    UNSERVED(Label.terminal("未获服务", "not served")),
    NO_SHOW_RESIDENT(Label.terminal("居民未到", "resident did not come")),
    NO_SHOW_PROVIDER(Label.terminal("机构未履约", "provider did not serve")),
    CANCELLED_BY_RESIDENT(Label.terminal("居民取消", "cancelled by the resident")),
    CANCELLED_BY_PROVIDER(Label.terminal("机构取消", "cancelled by the provider"));

    private final Label label;

    AppointmentState(Label label) {
        this.label = label;
    }

    @Override
    public Label label() {
        return label;
    }
}
