package org.countyledger.oracle.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The codes of problem details. Stable: clients decide by them. */
public enum ProblemCode {
    VALIDATION_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "提交内容不合要求", "The request is not acceptable"),
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "请求无法识别", "The request cannot be read"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "无权办理", "Not allowed"),
    AUTHENTICATION_REQUIRED(HttpStatus.UNAUTHORIZED, "需要身份凭证", "Authentication is required"),
    NOT_FOUND_OR_HIDDEN(HttpStatus.NOT_FOUND, "未找到", "Not found"),
    LEDGER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "账本暂不可用", "The ledger is not available"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "不支持该方法", "The method is not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "无法按要求的格式回答", "No representation that the client accepts"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求过大", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不支持该媒体类型", "The media type is not supported"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "内部错误", "Something went wrong here");

    private final HttpStatus status;
    private final Text title;

    ProblemCode(HttpStatus status, String chinese, String english) {
        this.status = status;
        this.title = new Text(chinese, english);
    }

    /** The code as clients read it, e.g. {@code validation-failed}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HttpStatus status() {
        return status;
    }

    Text title() {
        return title;
    }

    /** Whether the same request may succeed later without any change. */
    boolean isRetryable() {
        return this == LEDGER_UNAVAILABLE;
    }

    static ProblemCode of(int status) {
        return switch (status) {
            case 400 -> MALFORMED_REQUEST;
            case 404 -> NOT_FOUND_OR_HIDDEN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> INTERNAL_ERROR;
        };
    }
}
