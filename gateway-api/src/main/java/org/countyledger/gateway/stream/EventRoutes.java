package org.countyledger.gateway.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.countyledger.gateway.security.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What happens on the ledger, for those who may see it. */
@RestController
@Tag(name = "records")
final class EventRoutes {
    private final EventStreams streams;

    EventRoutes(EventStreams streams) {
        this.streams = streams;
    }

    @Operation(
            operationId = "streamEvents",
            summary = "Events as they are committed",
            description = "Server-sent events named record.transitioned; ids are places on the ledger, so Last-Event-ID"
                    + " goes on behind any of them, without loss or repetition. A stream that falls too far behind ends"
                    + " with the event overflow.")
    @LastEventId
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = StreamedEvent.class)))
    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<StreamedEvent>> events(
            @Parameter(description = "Collections between commas; without it the public ones")
                    @RequestParam(required = false)
                    @Nullable
                    String topics,
            @Parameter(description = "Only records of this town") @RequestParam(required = false) @Nullable String town,
            Call call,
            ServerHttpRequest request) {
        Interest interest =
                Interest.of(Topics.parse(call.caller(), Optional.ofNullable(topics)), Optional.ofNullable(town));
        return streams.open(request, interest, StreamedEvent::of);
    }
}
