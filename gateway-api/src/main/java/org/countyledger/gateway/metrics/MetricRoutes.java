package org.countyledger.gateway.metrics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;
import org.countyledger.gateway.audit.Auditors;
import org.countyledger.gateway.metrics.MetricResource.MetricList;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.records.BodyProblems;
import org.countyledger.gateway.security.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The county's figures: over any blocks for auditors, over all of them for everybody. */
@RestController
@Tag(name = "metrics")
final class MetricRoutes {
    private final MetricDesk desk;

    MetricRoutes(MetricDesk desk) {
        this.desk = desk;
    }

    @Operation(
            operationId = "getMetric",
            summary = "A metric over a range of blocks, for auditors",
            description = "Everything is computed from events in the range; p50 and p90 are nearest ranks.")
    @Parameter(
            name = "metric",
            in = ParameterIn.PATH,
            required = true,
            description = "e.g. M01",
            schema = @Schema(type = "string"))
    @GetMapping("/v1/audit/metrics/{metric}")
    MetricResource metric(
            @Parameter(description = "First block; 0 if left out") @RequestParam(required = false) @Nullable
                    Long fromBlock,
            @Parameter(description = "Last block; the last that was read if left out")
                    @RequestParam(required = false)
                    @Nullable
                    Long toBlock,
            Call call) {
        Auditors.require(call);
        Metric metric = Metric.find(call.path("metric"))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
        BlockRange all = desk.upTo(0);
        BlockRange range = new BlockRange(
                Optional.ofNullable(fromBlock).orElse(all.from()),
                Optional.ofNullable(toBlock).orElse(all.to()));
        if (range.from() < 0 || range.to() < range.from() || range.to() > all.to()) {
            throw BodyProblems.only("fromBlock", BodyProblems.NOT_WELL_FORMED);
        }
        return desk.metric(metric, range);
    }

    @Operation(
            operationId = "listMetrics",
            summary = "All metrics over the whole chain; figures about fewer than five are left out")
    @GetMapping("/v1/public/metrics")
    ResponseEntity<MetricList> published() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(new MetricList(desk.published()));
    }
}
