package org.countyledger.oracle.problem;

import org.countyledger.client.IdentityException;
import org.countyledger.client.operation.LedgerException;
import org.countyledger.client.operation.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/** The one place where exceptions become answers. Nothing here waits, because it may run on an event loop. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "2";

    @ExceptionHandler
    ResponseEntity<Problem> known(ProblemException e, ServerWebExchange exchange) {
        return answer(e, exchange);
    }

    @ExceptionHandler({
        StoreException.class,
        DataAccessException.class,
        TransactionException.class,
        LedgerException.class,
        IdentityException.class
    })
    ResponseEntity<Problem> unavailable(RuntimeException e, ServerWebExchange exchange) {
        LOG.warn(
                "Ledger or database did not serve request {}: {}",
                exchange.getRequest().getId(),
                e.getMessage());
        return answer(new ProblemException(ProblemCode.LEDGER_UNAVAILABLE), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> size(DataBufferLimitException e, ServerWebExchange exchange) {
        return answer(new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> framework(ErrorResponseException e, ServerWebExchange exchange) {
        ProblemCode code = ProblemCode.of(e.getStatusCode().value());
        return code == ProblemCode.INTERNAL_ERROR
                ? unexpected(e, exchange)
                : answer(new ProblemException(code), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unexpected(Exception e, ServerWebExchange exchange) {
        LOG.error("Request {} failed unexpectedly", exchange.getRequest().getId(), e);
        return answer(new ProblemException(ProblemCode.INTERNAL_ERROR), exchange);
    }

    private static ResponseEntity<Problem> answer(ProblemException e, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        ProblemCode code = e.finding().code();
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(code.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag());
        if (code.isRetryable()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (code == ProblemCode.AUTHENTICATION_REQUIRED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(
                Problem.of(e.finding(), exchange.getRequest().getPath().value(), language));
    }
}
