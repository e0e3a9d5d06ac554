package org.countyledger.gateway.open;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was measured around an exceedance. It is the county's own record and its handling, no warning: that is for the
 * authority above.
 *
 * @param unit of all figures, which are in thousandths of it
 * @param qualifying numbers of the windows that raised it
 */
@Schema(name = "ExceedanceSeries")
record SeriesResource(
        String exceedance,
        String datastream,
        Optional<String> pollutant,
        Optional<String> unit,
        Optional<Instant> raisedAt,
        List<Long> qualifying,
        List<Point> windows,
        long asOfBlock) {

    /** One window; no figures where nothing was measured. */
    @Schema(name = "SeriesPoint")
    record Point(
            long window,
            Instant start,
            Instant end,
            long readings,
            Optional<Long> meanMilli,
            Optional<Long> minMilli,
            Optional<Long> maxMilli) {}
}
