package org.countyledger.domain.lifecycle;

/** Every way to be refused. The code is stable; the sentences say what to do about it. */
public enum RefusalCode {
    MALFORMED_COMMAND("命令格式不正确。", "The command is malformed."),
    MALFORMED_CERTIFICATE("证书属性不完整。", "The certificate lacks the attributes of its role."),
    UNKNOWN_FUNCTION("没有这个合约函数。", "The contract has no such function."),
    UNKNOWN_KIND("没有这类记录。", "There is no such kind of record."),
    UNKNOWN_ACTION("这类记录没有这个动作。", "This kind of record has no such action."),
    NOT_YET("该规则尚未启用。", "This rule is not in force yet."),
    UNKNOWN_RECORD("没有这条记录。", "There is no such record."),
    ALREADY_EXISTS("记录已存在。", "The record exists already."),
    IDEMPOTENCY_KEY_REUSED("同一幂等键用于不同内容。", "The idempotency key was used for another command."),
    STALE_SEQ("记录已有更新，请重新读取后再试。", "The record has moved on; read it again."),
    SEQ_AHEAD("本节点尚未看到该序号。", "This peer has not seen that sequence yet."),
    COMMAND_EXPIRED("命令已过有效时间。", "The command has expired; sign a new one."),
    CLOCK_SKEW("交易时间与节点时钟相差过大。", "The transaction time is too far from this peer's clock."),
    COUNTY_NOT_FOUNDED("县级基础政策尚未审定。", "The policy county is not ratified yet."),
    ILLEGAL_TRANSITION("当前状态不允许该动作。", "The action is not allowed in this state."),
    ROLE_NOT_ALLOWED("该角色无权执行此动作。", "This role may not take the action."),
    WRONG_DEPARTMENT("不是经办部门。", "The officer's department is not the one that may act."),
    WRONG_AREA("不是本辖区人员。", "The officer's town or grid is not the record's."),
    SIGNATURE_REQUIRED("需要记录密钥签名。", "A signature by a key of the record is required."),
    SIGNATURE_INVALID("签名无效。", "The signature does not verify."),
    KEY_UNKNOWN("密钥不属于该记录。", "The key is not one of the record's."),
    KEY_REVOKED("密钥已注销。", "The key is revoked."),
    WITNESS_REQUIRED("需要见证人签名。", "A key held at a counter needs a witness's signature beside it."),
    SEPARATION_OF_DUTY("同一人员不得兼任互相分离的职责。", "The officer already carried a duty that is separate from this one."),
    CONFLICT_UNDECLARED("请先申报是否存在利害关系。", "Declare first whether there is a conflict of interest with this record."),
    RECUSED("存在利害关系，应当回避。", "The officer declared a conflict of interest and must stand aside."),
    FIELD_MISSING("缺少必填项。", "A required field is missing."),
    FIELD_UNKNOWN("存在未定义的字段。", "A field is not one of this action."),
    FIELD_INVALID("字段值不合规。", "A field has a value that is not allowed."),
    COMMITMENT_MISSING("缺少必需的材料承诺值。", "The commitment of a required private value is missing."),
    COMMITMENT_UNEXPECTED("存在不属于该动作的承诺值。", "A commitment is not one of this action."),
    PENDING_DIFFERS("两名人员提交的内容不一致。", "The second officer's submission differs from the first's."),
    NOT_THE_NAMED_OFFICER("不是指定的人员。", "The officer is not one of those named for this."),
    CLOCK_NOT_ELAPSED("期限未满。", "The period is not over yet."),
    CLOCK_NOT_RUNNING("该期限未在计时。", "That clock is not running."),
    CLOCK_PROVISIONAL("工作日历未公布，期限暂定。", "The due date is provisional until the calendar is published."),
    NOT_OVERDUE("尚未逾期。", "The clock is not overdue at that level."),
    CANNOT_BE_OVERDUE("该期限只会届满，不计逾期。", "That period elapses; it is never overdue."),
    POLICY_MISSING("缺少生效的政策。", "No policy version in effect gives this."),
    POLICY_VERSION_WRONG("政策版本号不连续。", "The version is not the one after the last ratified."),
    POLICY_INVALID("政策内容不合规。", "The policy's text is not acceptable."),
    PURPOSE_NOT_ALLOWED("该用途的政策在本县不可用。", "A policy of this purpose is not accepted by this county."),
    PROGRAMME_CLOSED("该救助项目未开放。", "The programme is not open."),
    VISIT_MISSING("尚未完成入户核查。", "The home visit is not recorded yet."),
    COUNTY_VISIT_MISSING("需县级入户复核。", "This record needs a county home visit first."),
    DUPLICATE_OPEN("重复申领尚未核清。", "The suspected duplicate is not cleared."),
    NOTICE_NOT_UP("公示未在有效状态。", "The notice is not posted."),
    ALREADY_DONE("该事项只能办理一次。", "This is done once only, and it was done."),
    MONEYLESS("该救助不发放资金。", "This benefit pays no money."),
    DEPARTMENT_UNKNOWN("没有这个部门。", "There is no such department."),
    WRONG_CATEGORY("该类事项不适用此动作。", "The action does not apply to a record of this category."),
    RESULT_DIFFERS("处理意见不适用此动作。", "The action does not follow from the result of the opinion."),
    NOT_DELIVERED("送达尚未完成。", "The document is not delivered yet."),
    DOCUMENT_UNKNOWN("没有这份文书。", "The record has no such document."),
    KEY_TAKEN("密钥已被使用。", "The public key is in use or was used before."),
    SENSOR_UNKNOWN("没有这个传感器。", "A sensor of the datastream is not registered or is retired."),
    GRID_UNKNOWN("没有这个网格。", "There is no such active grid."),
    NOT_A_WORKING_DAY_CALENDAR("工作日历内容不合规。", "The calendar's days are not consistent."),
    WINDOW_NOT_CONTIGUOUS("窗口编号不连续。", "The batch does not begin where the last one ended."),
    WINDOW_INVALID("窗口统计值不可能。", "A window's statistics are impossible."),
    WINDOW_TOO_OLD("窗口时间过早，不能作为实时数据。", "A window is too old for live data."),
    WINDOW_IN_FUTURE("窗口时间在未来。", "A window ends in the future."),
    BATCH_SIZE("批次窗口数量不合规。", "The number of windows in the batch is not allowed."),
    BATCH_ROOT_WRONG("批次根与窗口不符。", "The batch root is not that of the windows."),
    RULE_STATE_WRONG("规则状态与复算不符。", "The rule state is not what the windows give."),
    ORACLE_NOT_REGISTERED("签名者未登记。", "The signer is not registered with the datastream."),
    ORACLE_SIGNATURES_MISSING("签名数量不足。", "The batch has too few signatures of registered signers."),
    CONDITION_NOT_CLEARED("超标尚未解除。", "The exceedance is not cleared yet."),
    LIMIT_REACHED("已达到次数上限。", "This was done as often as the rule allows."),
    WINDOW_OVER("期限已届满。", "The time for this is over."),
    LINK_INVALID("关联记录不符合要求。", "The record that is named is not the one that the rule asks for."),
    MATERIAL_NOT_ASKABLE("核对系统能查到的材料不得要求申请人提供。", "What the check system can answer is never asked of the applicant."),
    CHECK_OPEN("信息核对或争议尚未结束。", "An information check or a dispute about it is still open."),
    ACCESS_RECORD_MISSING("缺少访问记录。", "There is no access record for this read."),
    NOT_HEARD("尚未听取当事人意见。", "The person was not heard, nor is the time to be heard over."),
    NOTHING_TO_READ("没有可依据的复核或变动报告。", "There is no review and no report of a change to act on."),
    DISPATCH_BARRED("转交已经裁定，不得再提异议。", "The dispatch was ruled; it cannot be objected to again."),
    NOT_REOPENED("该诉求未被退回重办。", "The grievance was not reopened."),
    CALLBACK_MISSING("本轮回访尚未进行。", "The call back of this round was not made."),
    CONSENT_MISSING("尚未取得各方同意。", "Not every party has consented."),
    PARTIES_INVALID("当事人数量或密钥不符合要求。", "The number of the parties or their keys are not what the rule asks for."),
    EVERY_PARTY_MUST_SIGN("需要全体当事人签名。", "Every party must sign this command."),
    NOT_THE_LAST("该步骤与尚缺的签署不符。", "Others are still missing, or nobody is; the step named is the other one."),
    AGREEMENT_DIFFERS("协议承诺值与记录不符。", "The commitment is not that of the agreement on record."),
    OBLIGATION_NOT_OPEN("该履行义务未在进行。", "The obligation is not open."),
    NOT_THE_BENEFICIARY("只有权利人可以作出。", "Only the party that is owed the obligation may say so."),
    RULE_WINDOW_OPEN("规则窗口尚未结束。", "A rule window is half over; change the rule when it has ended."),
    STILL_RAISED("超标状态不符合该动作。", "The exceedance's condition is not the one that the action needs."),
    SENSOR_NOT_CHECKED("传感器尚未核查。", "The sensor was not looked into since the exceedance was raised."),
    NOT_A_GAP("该窗口不构成缺口。", "The window is not missing, or not long enough."),
    ANSWER_NOT_CHANGED("只能由无利害关系改为有。", "The answer can only change from none to conflict.");

    private final String chinese;
    private final String english;

    RefusalCode(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
