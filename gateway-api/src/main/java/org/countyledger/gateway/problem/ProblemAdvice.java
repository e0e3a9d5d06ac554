package org.countyledger.gateway.problem;

import io.netty.channel.ChannelException;
import java.util.List;
import org.countyledger.client.IdentityException;
import org.countyledger.client.operation.StoreException;
import org.countyledger.gateway.language.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebExchange;

/** The one place where exceptions become answers. Nothing here waits, because it may run on an event loop. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final Text UNREADABLE = new Text("缺失或格式不正确。", "It is missing or cannot be read.");

    @ExceptionHandler
    ResponseEntity<Problem> known(ProblemException e, ServerWebExchange exchange) {
        return answer(e.finding(), exchange);
    }

    @ExceptionHandler({StoreException.class, DataAccessException.class})
    ResponseEntity<Problem> store(RuntimeException e, ServerWebExchange exchange) {
        LOG.warn(
                "The database did not answer request {}: {}",
                exchange.getRequest().getId(),
                e.getMessage());
        return answer(Finding.of(ProblemCode.LEDGER_UNAVAILABLE), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> identity(IdentityException e, ServerWebExchange exchange) {
        LOG.error("An identity that a request needs is not here: {}", e.getMessage());
        return answer(Finding.of(ProblemCode.LEDGER_UNAVAILABLE), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> size(DataBufferLimitException e, ServerWebExchange exchange) {
        return answer(Finding.of(ProblemCode.PAYLOAD_TOO_LARGE), exchange);
    }

    /** A body that cannot be taken apart at all, such as parts without a boundary. */
    @ExceptionHandler
    ResponseEntity<Problem> form(DecodingException e, ServerWebExchange exchange) {
        return answer(Finding.of(ProblemCode.MALFORMED_REQUEST), exchange);
    }

    /** How the server says that a request did not come to its end. */
    @ExceptionHandler
    ResponseEntity<Problem> slow(ChannelException e, ServerWebExchange exchange) {
        return answer(Finding.of(ProblemCode.REQUEST_TIMEOUT), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> framework(ErrorResponseException e, ServerWebExchange exchange) {
        ProblemCode code = code(e.getStatusCode());
        if (code == ProblemCode.INTERNAL_ERROR) {
            return unexpected(e, exchange);
        }
        if (code == ProblemCode.MALFORMED_REQUEST) {
            return answer(Finding.of(code).with(parameters(e)), exchange);
        }
        return answer(Finding.of(code), exchange);
    }

    private static List<FieldProblem> parameters(ErrorResponseException e) {
        if (e instanceof WebExchangeBindException bound) {
            return bound.getFieldErrors().stream()
                    .map(error -> new FieldProblem(error.getField(), UNREADABLE))
                    .toList();
        }
        return List.of(new FieldProblem("", UNREADABLE));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e, ServerWebExchange exchange) {
        LOG.error("Request {} failed unexpectedly", exchange.getRequest().getId(), e);
        return answer(Finding.of(ProblemCode.INTERNAL_ERROR), exchange);
    }

    private static ProblemCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> ProblemCode.MALFORMED_REQUEST;
            case 404 -> ProblemCode.NOT_FOUND_OR_HIDDEN;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.INTERNAL_ERROR;
        };
    }

    private static ResponseEntity<Problem> answer(Finding finding, ServerWebExchange exchange) {
        return ProblemResponses.of(
                finding,
                exchange.getRequest().getPath().value(),
                exchange.getRequest().getHeaders());
    }
}
