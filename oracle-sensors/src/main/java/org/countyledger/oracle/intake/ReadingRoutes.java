package org.countyledger.oracle.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.countyledger.oracle.problem.ProblemCode;
import org.countyledger.oracle.problem.ProblemException;
import org.countyledger.oracle.security.Feeder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Live readings. What is answered with 202 is stored. */
@RestController
@Tag(name = "readings")
final class ReadingRoutes {
    private static final String SUMMARY =
            "Takes live readings: as JSON with a feeder's token, then the oracle signs them; or"
                    + " signed by devices, a CBOR sequence of COSE_Sign1 over SenML, which needs none";
    private static final int LARGEST_BODY = 1 << 20;

    private final FeedDesk feeds;
    private final DeviceDesk devices;

    ReadingRoutes(FeedDesk feeds, DeviceDesk devices) {
        this.feeds = feeds;
        this.devices = devices;
    }

    /** How a JSON feed looks, for the description; it is read by {@link FeedBody}. */
    @Schema(name = "ReadingFeed")
    record Feed(String datastream, List<Item> readings) {
        /** One value as it was measured, in the datastream's unit. */
        @Schema(name = "FeedReading")
        record Item(OffsetDateTime time, BigDecimal value) {}
    }

    @Operation(
            operationId = "readings",
            summary = SUMMARY,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Feed.class))))
    @PostMapping(path = "/v1/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt feed(Feeder feeder, @RequestBody byte[] body) {
        requireSize(body);
        return feeds.take(body);
    }

    @Operation(operationId = "readings", summary = SUMMARY)
    @PostMapping(path = "/v1/readings", consumes = "application/cose")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Receipt devices(@RequestBody byte[] body) {
        requireSize(body);
        return devices.take(body);
    }

    private static void requireSize(byte[] body) {
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(ProblemCode.PAYLOAD_TOO_LARGE);
        }
    }
}
