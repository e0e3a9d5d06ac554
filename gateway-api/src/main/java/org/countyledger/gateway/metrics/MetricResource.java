package org.countyledger.gateway.metrics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countyledger.domain.record.CanonicalJson;
import org.countyledger.gateway.language.Text;

/**
 * A metric over a range of blocks.
 *
 * @param purpose LEGAL or DEMO; figures of a demonstration are none of a county's
 * @param note what is missing of the metric, and why
 * @param queryDigest SHA-256 of the canonical JSON of {metric, measures, fromBlock, toBlock}, by which two answers to the
 *     same question are known
 */
@Schema(name = "Metric")
record MetricResource(
        String metric,
        Text label,
        Optional<Text> note,
        String purpose,
        long fromBlock,
        long toBlock,
        String queryDigest,
        List<Cell> cells) {

    static MetricResource of(Metric metric, String purpose, BlockRange range, List<Cell> cells) {
        String digest = CanonicalJson.digest(Map.of(
                "metric", metric.name(),
                "measures", metric.measures().stream().map(Object::toString).toList(),
                "fromBlock", range.from(),
                "toBlock", range.to()));
        return new MetricResource(
                metric.name(), metric.label(), metric.note(), purpose, range.from(), range.to(), digest, cells);
    }

    MetricResource forThePublic() {
        return new MetricResource(
                metric,
                label,
                note,
                purpose,
                fromBlock,
                toBlock,
                queryDigest,
                cells.stream().map(Cell::forThePublic).toList());
    }

    /** All metrics of one range. */
    @Schema(name = "Metrics")
    record MetricList(List<MetricResource> items) {}
}
