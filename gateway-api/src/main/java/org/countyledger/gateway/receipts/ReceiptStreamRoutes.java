package org.countyledger.gateway.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.countyledger.gateway.receipts.Receipt.HistoryStep;
import org.countyledger.gateway.stream.EventStreams;
import org.countyledger.gateway.stream.Interest;
import org.countyledger.gateway.stream.LastEventId;
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
    @LastEventId
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
        return Mono.fromCallable(() -> TransactionIds.follow(txId, finder::record))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapMany(record -> streams.open(
                        request, Interest.in(record.kind(), record.id()), event -> history.step(event.event())));
    }
}
