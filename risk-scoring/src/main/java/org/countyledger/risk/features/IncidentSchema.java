package org.countyledger.risk.features;

import static org.countyledger.risk.features.Feature.category;
import static org.countyledger.risk.features.Feature.number;
import static org.countyledger.risk.features.Steps.MINUTES;
import static org.countyledger.risk.features.Steps.upTo;

import java.util.List;
import org.countyledger.risk.features.Feature.Label;

/**
 * The schema of the incident log, the stand-in for grievances. Left out: columns that the log fills in from the end of a
 * case (closed_code, resolved_at, closed_at, problem_id, rfc …), months and running numbers, which cannot repeat, and
 * every column that names the person behind a case or who typed it. {@code assigned_to} is the desk that holds the case.
 */
public final class IncidentSchema {
    public static final RiskSchema SCHEMA = new RiskSchema(
            "incident-log",
            1,
            List.of(
                    category("contact_type", "来件方式", "the way it came in"),
                    category("location", "地点", "the place"),
                    category("category", "类别", "the category"),
                    category("subcategory", "子类别", "the subcategory"),
                    category("u_symptom", "问题现象", "the symptom"),
                    category("cmdb_ci", "涉及设施", "the facility concerned"),
                    category("impact", "影响面", "how many it touches"),
                    category("urgency", "紧急程度", "the urgency"),
                    category("priority", "优先级", "the priority"),
                    category("assignment_group", "承办单位", "the handling unit"),
                    category("assigned_to", "承办席位", "the handling desk"),
                    category("knowledge", "知识库命中", "a known solution"),
                    category("u_priority_confirmation", "优先级复核", "whether the priority was confirmed"),
                    category("incident_state", "当前状态", "the state"),
                    number("hour", upTo(22), new Label("登记时刻", "the hour it was opened")),
                    number("weekday", upTo(6), new Label("登记星期", "the weekday it was opened")),
                    number("elapsed_minutes", MINUTES, new Label("已用时间", "the time since it was opened")),
                    number("reassignment_count", upTo(9), new Label("转办次数", "the number of hand-overs")),
                    number("reopen_count", upTo(2), new Label("重开次数", "the number of reopenings")),
                    number("sys_mod_count", upTo(19), new Label("处理步数", "the number of steps so far"))));

    private IncidentSchema() {}
}
