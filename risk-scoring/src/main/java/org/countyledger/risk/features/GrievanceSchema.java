package org.countyledger.risk.features;

import static org.countyledger.risk.features.Feature.category;
import static org.countyledger.risk.features.Feature.number;
import static org.countyledger.risk.features.Steps.MINUTES;
import static org.countyledger.risk.features.Steps.upTo;

import java.util.List;
import org.countyledger.risk.features.Feature.Label;

/**
 * The schema of grievances: only what stands in clear on the ledger, and nothing about who complains. Left out: the mode of
 * filing and everything that hangs on it, the season (no data set of more than one year is there to learn it from), and who
 * handles the record beyond the department.
 */
public final class GrievanceSchema {
    public static final RiskSchema SCHEMA = new RiskSchema(
            "grievance",
            1,
            List.of(
                    category("category", "诉求类别", "the category"),
                    category("channel", "来件渠道", "the way it came in"),
                    category("town_type", "乡镇类型", "the type of town"),
                    category("urgent", "是否紧急", "whether it is urgent"),
                    category("unit", "承办部门", "the handling department"),
                    category("state", "当前状态", "the state"),
                    number("group_size", upTo(4), new Label("代表人数", "the number of representatives")),
                    number("hour", upTo(22), new Label("登记时刻", "the hour it was registered")),
                    number("weekday", upTo(6), new Label("登记星期", "the weekday it was registered")),
                    number("elapsed_minutes", MINUTES, new Label("已用时间", "the time since it was registered")),
                    number("hand_overs", upTo(9), new Label("转办次数", "the number of hand-overs")),
                    number("reopen_count", upTo(2), new Label("重开次数", "the number of reopenings")),
                    number("overdue_count", upTo(4), new Label("逾期次数", "the number of clocks declared overdue")),
                    number("step_count", upTo(19), new Label("处理步数", "the number of steps so far"))));

    private GrievanceSchema() {}
}
