package org.countyledger.gateway.metrics;

import static org.countyledger.gateway.metrics.Measure.count;
import static org.countyledger.gateway.metrics.Measure.elapsed;
import static org.countyledger.gateway.metrics.Measure.ratio;
import static org.countyledger.gateway.metrics.Measure.selfHeld;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.sharing.Access;
import org.countyledger.gateway.language.Text;

/** The metrics of domain.md 7 that follow from events and clocks. */
enum Metric {
    M01("各部门各期限按时率", "on-time rate per clock and department", new Measure.OnTimeOfAll()),
    M02("当前超期", "overdue now", new Measure.OverdueNow()),
    M03("首次响应", "first response", elapsed("first response", "B01 B02", "B06 B10 B13 B27")),
    M04("派单异议", "dispatch objections", ratio("objected", "B11", "B10"), ratio("bounced", "B12:UPHELD", "B11")),
    M05("办理时长", "handling time", elapsed("handled", "B01 B02", "B08 B14 B22 B24 B27")),
    M06(
            "经确认的解决",
            "confirmed resolution",
            ratio("confirmed", "B28", "B28 B29 B30 B33"),
            ratio("unconfirmed", "B33", "B28 B29 B30 B33")),
    M07(
            "重办与差评",
            "reopened and badly rated",
            ratio("reopened", "B29 B31", "B08 B22 B25 B26 B27 B32"),
            ratio("badly rated", "B29 B30", "B28 B29 B30"),
            new Measure.OnTime(Kind.GRIEVANCE, "RECTIFY")),
    M08(
            "复查复核改变",
            "review changed",
            ratio("review", "B35:CHANGED B36", "B35 B36"),
            ratio("re-review", "B40:CHANGED", "B40")),
    M09(
            "调解",
            "mediation",
            ratio("consent", "C05", "C05 C06 C07"),
            ratio("agreement", "C19", "C12"),
            ratio("fulfilment", "C25", "C25 C28")),
    M10(
            "救助办理周期",
            "welfare cycle",
            elapsed("from acceptance", "A09", "A28 A29"),
            elapsed("from application", "A01", "A28")),
    M11(
            "不予确认与异议",
            "refusals and objections",
            ratio("refused", "A29", "A28 A29"),
            ratio("objected", "A21 A22", "A20"),
            ratio("upheld", "A24", "A21")),
    M12(
            "发放",
            "payment",
            new Measure.OnTime(Kind.WELFARE_APPLICATION, "PAY_INSTRUCT"),
            ratio("not received", "K67", "K64"),
            new Measure.OnTime(Kind.WELFARE_APPLICATION, "POST_DOCUMENT")),
    M13(
            "超标响应",
            "exceedance response",
            new Measure.OnTime(Kind.EXCEEDANCE, "ACK"),
            new Measure.OnTime(Kind.EXCEEDANCE, "ON_SITE")),
    M14("误报与未到场", "false alarms and unvisited", ratio("false alarm", "D38", "D31"), ratio("unvisited", "D44", "D31")),
    M15("传感器在线", "sensor uptime", new Measure.WindowsWithReadings(), count("gaps opened", "D16")),
    M16("需求匹配", "needs matched", new Measure.OnTime(Kind.SERVICE_NEED, "MATCH"), ratio("delivered", "E18 E20", "E01")),
    M17(
            "合同绩效",
            "contracts",
            new Text(
                    "各合同指标见绩效报告的公开字段，各合同目标不同，不作合计。",
                    "Figures of a contract stand in the clear fields of its performance reports; targets differ from contract"
                            + " to contract, so they are not added up."),
            ratio("recomputed otherwise", "F25", "F24 F25"),
            ratio("disputed", "F27", "F26 F27"),
            ratio("settled", "F29", "F21 F22")),
    M18(
            "数据共享",
            "data sharing",
            new Text(
                    "没有有效事由的查阅由合约拒绝，不会发生，故无此计数。",
                    "Reads without a live purpose are refused by the contract, so there are none to count."),
            new Measure.OnTime(Kind.DATA_SHARE_REQUEST, "ANSWER"),
            new Measure.OnTime(Kind.DATA_SHARE_REQUEST, "PROVIDE"),
            new Measure.Saying("denied reads", Kind.ACCESS_RECORD, Access.OUTCOME, Access.DENIED)),
    M19(
            "风险模型",
            "risk models",
            new Text(
                    "布里尔分、精确率与召回率需要评分值；评分为私有数据，仅存于评分机构，本网关不持有。",
                    "Brier score, precision and recall need the scores: they are private values of the scoring organisation"
                            + " and are not here."),
            ratio("overridden", "I24", "I23 I24"),
            ratio("contests upheld", "I27", "I26 I27"),
            new Measure.Saying("came true", Kind.RISK_SCORE, "cameTrue", "true")),
    M20("问卷覆盖", "survey coverage", new Measure.Coverage()),
    M21(
            "审计整改",
            "audit findings",
            new Measure.OnTime(Kind.AUDIT_FINDING, "RECTIFY"),
            ratio("dismissed", "H23 H28", "H21")),
    M22("自持密钥确认", "confirmations by own keys", selfHeld("self-held", "B28 E18 F42 K66"));

    private final Text label;
    private final Optional<Text> note;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<Measure> measures;

    Metric(String chinese, String english, Measure... measures) {
        this.label = new Text(chinese, english);
        this.note = Optional.empty();
        this.measures = List.of(measures);
    }

    /** A metric that is not whole: the note says what is missing, and why. */
    Metric(String chinese, String english, Text note, Measure... measures) {
        this.label = new Text(chinese, english);
        this.note = Optional.of(note);
        this.measures = List.of(measures);
    }

    Optional<Text> note() {
        return note;
    }

    static Optional<Metric> find(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.name().equals(name))
                .findFirst();
    }

    Text label() {
        return label;
    }

    List<Measure> measures() {
        return measures;
    }
}
