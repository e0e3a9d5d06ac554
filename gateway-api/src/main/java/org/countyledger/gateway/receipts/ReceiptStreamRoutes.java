package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.StoredTransaction.RecordRef;
import org.countyledger.gateway.receipts.Receipt.HistoryStep;
import org.countyledger.gateway.stream.EventStreams;
import org.countyledger.gateway.stream.Interest;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What happens next to the matter of a receipt, no more of it than the receipt itself says. */
@RestController
@Tag(name = "receipts")
final class ReceiptStreamRoutes {
    private static final Pattern TRANSACTION = Pattern.compile("[0-9a-f]{64}");
    private static final String NOBODYS = "0".repeat(64);

    private final ReceiptFinder finder;
    private final HistoryWriter history;
    private final EventStreams streams;

    ReceiptStreamRoutes(ReceiptFinder finder, HistoryWriter history, EventStreams streams) {
        this.finder = finder;
        this.history = history;
        this.streams = streams;
    }

    @Operation(
            operationId = "streamReceipt",
            summary = "The steps of a receipt's matter as they are committed",
            description = "Server-sent events named record.transitioned; Last-Event-ID goes on behind any of them.")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "block-transaction-event; without it the stream begins now",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = HistoryStep.class)))
    @GetMapping(path = "/v1/receipts/{txId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<HistoryStep>> events(
            @Parameter(description = "64 hexadecimal digits") @PathVariable String txId, ServerHttpRequest request) {
        return Mono.fromCallable(() -> record(txId))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(record -> streams.open(
                        request, Interest.in(record.kind(), record.id()), event -> history.step(event.event())));
    }

    private RecordRef record(String txId) {
        Pace pace = Pace.start();
        Optional<RecordRef> found = finder.record(TRANSACTION.matcher(txId).matches() ? txId : NOBODYS);
        if (found.isEmpty()) {
            pace.awaitNextStep();
            throw new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN);
        }
        return found.get();
    }
}
