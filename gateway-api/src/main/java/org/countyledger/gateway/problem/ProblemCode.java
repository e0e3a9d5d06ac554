package org.countyledger.gateway.problem;

import org.countyledger.gateway.language.Text;
import org.springframework.http.HttpStatus;

/** The codes of problem details. Stable: clients decide by them. */
public enum ProblemCode {
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "提交内容不合要求", "The request is not acceptable"),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "请求无法识别", "The request cannot be read"),
    ILLEGAL_TRANSITION(HttpStatus.CONFLICT, "当前状态不允许该动作", "The action is not allowed in this state"),
    ALREADY_EXISTS(HttpStatus.CONFLICT, "记录已存在", "The record exists already"),
    STALE_SEQ(HttpStatus.PRECONDITION_FAILED, "记录已有更新", "The record has moved on"),
    STALE_PROPOSAL(HttpStatus.CONFLICT, "提案已过时", "The proposal is too old"),
    CLOCK_NOT_ELAPSED(HttpStatus.CONFLICT, "期限未满", "The period is not over yet"),
    SEPARATION_OF_DUTY(HttpStatus.FORBIDDEN, "职责须分离", "The duties must be separate"),
    RECUSAL_REQUIRED(HttpStatus.FORBIDDEN, "须申报或回避", "Interests must be declared, or the officer must stand aside"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "无权办理", "Not allowed"),
    OWN_KEY_REQUIRED(HttpStatus.CONFLICT, "须由本人密钥签名", "The officer signs this by an own key"),
    PURPOSE_REQUIRED(HttpStatus.FORBIDDEN, "须说明查阅目的", "A private read needs a live purpose"),
    NOTICE_LINT_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "公示文本不得公开个人信息", "The notice text must not be published"),
    AUTHENTICATION_REQUIRED(HttpStatus.UNAUTHORIZED, "需要身份凭证", "Authentication is required"),
    NOT_FOUND_OR_HIDDEN(HttpStatus.NOT_FOUND, "未找到", "Not found"),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST, "缺少幂等键", "The idempotency key is missing"),
    IDEMPOTENCY_KEY_IN_FLIGHT(HttpStatus.CONFLICT, "同一请求正在处理", "The same request is being carried out"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "幂等键重复使用", "The idempotency key was used before"),
    ENDORSEMENT_FAILED(HttpStatus.BAD_GATEWAY, "账本未背书", "The ledger did not endorse it"),
    MVCC_CONFLICT(HttpStatus.CONFLICT, "同时有其他变更", "Another change came first"),
    COMMIT_UNKNOWN(HttpStatus.ACCEPTED, "提交结果待查", "The outcome is not known yet"),
    ATTESTATION_INCOMPLETE(
            HttpStatus.SERVICE_UNAVAILABLE, "证明机构不足", "Too few organisations signed the receipt for now"),
    LEDGER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "账本暂不可用", "The ledger is not available"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "不支持该方法", "The method is not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "无法按要求的格式回答", "No representation that the client accepts"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求过大", "The request is too large"),
    REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "请求超时", "The request did not come to its end in time"),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "请求过多", "Too many at once"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持该媒体类型", "The media type is not supported"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "内部错误", "Something went wrong here");

    private final HttpStatus status;
    private final Text title;

    ProblemCode(HttpStatus status, String chinese, String english) {
        this.status = status;
        this.title = new Text(chinese, english);
    }

    /** The code as clients read it, e.g. {@code stale-seq}. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    public Text title() {
        return title;
    }

    /** Whether the same request may succeed later without any change. */
    boolean isRetryable() {
        return switch (this) {
            case IDEMPOTENCY_KEY_IN_FLIGHT,
                    MVCC_CONFLICT,
                    COMMIT_UNKNOWN,
                    ATTESTATION_INCOMPLETE,
                    LEDGER_UNAVAILABLE,
                    RATE_LIMITED,
                    CLOCK_NOT_ELAPSED -> true;
            default -> false;
        };
    }
}
