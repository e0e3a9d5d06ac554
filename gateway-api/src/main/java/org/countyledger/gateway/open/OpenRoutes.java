package org.countyledger.gateway.open;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.domain.record.Header;
import org.countyledger.domain.record.Kind;
import org.countyledger.gateway.language.Text;
import org.countyledger.gateway.open.NoticeResource.NoticePage;
import org.countyledger.gateway.problem.ProblemCode;
import org.countyledger.gateway.problem.ProblemException;
import org.countyledger.gateway.projection.LedgerFacts;
import org.countyledger.gateway.projection.Position;
import org.countyledger.gateway.projection.Records;
import org.countyledger.gateway.projection.Records.Listed;
import org.countyledger.gateway.records.BodyProblems;
import org.countyledger.gateway.records.ListParameters;
import org.countyledger.gateway.security.Call;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices by place and date, and what was measured around an exceedance. */
@RestController
@Tag(name = "public")
final class OpenRoutes {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_AROUND = 720;

    private final Records records;
    private final LedgerFacts facts;
    private final Position position;
    private final WindowSeries series;
    private final Lifecycle notices;

    OpenRoutes(Records records, LedgerFacts facts, Position position, WindowSeries series, Tables tables) {
        this.records = records;
        this.facts = facts;
        this.position = position;
        this.series = series;
        this.notices = tables.of(Kind.NOTICE);
    }

    @Operation(
            operationId = "listPublicNotices",
            summary = "Where notices hang and how long, newest first; never their text")
    @GetMapping("/v1/public/notices")
    ResponseEntity<NoticePage> notices(@ParameterObject ListParameters parameters) {
        long asOf = position.block();
        List<Listed> found = records.list(parameters.query(Kind.NOTICE));
        List<Listed> page = found.subList(0, Math.min(found.size(), parameters.size()));
        Optional<String> next =
                page.size() < found.size() ? Optional.of(page.getLast().cursor().text()) : Optional.empty();
        List<NoticeResource> items =
                page.stream().map(Listed::header).map(this::notice).toList();
        return kept().body(new NoticePage(items, next, asOf));
    }

    private NoticeResource notice(Header header) {
        return NoticeResource.of(header, Text.of(notices.state(header.state()).label()));
    }

    @Operation(
            operationId = "getExceedanceSeries",
            summary = "The hourly figures around an exceedance",
            description = "Also at /v1/public/exceedances/{id}/series. Figures are in thousandths of the unit.")
    @Parameter(name = "id", in = ParameterIn.PATH, required = true, schema = @Schema(type = "string"))
    @GetMapping("/v1/exceedances/{id}/series")
    ResponseEntity<SeriesResource> series(
            @Parameter(description = "Windows before the first that raised it") @RequestParam(defaultValue = "24")
                    int before,
            @Parameter(description = "Windows after the last that raised it") @RequestParam(defaultValue = "24")
                    int after,
            Call call) {
        if (before < 0 || after < 0 || before > MOST_AROUND || after > MOST_AROUND) {
            throw BodyProblems.only("before", BodyProblems.NOT_WELL_FORMED);
        }
        long asOf = position.block();
        Header exceedance = header(Kind.EXCEEDANCE, call.path("id"));
        Header datastream =
                header(Kind.DATASTREAM, exceedance.fields().text("datastream").orElse(""));
        List<Long> qualifying = exceedance.fields().listOf("qualifyingWindows", Long.class);
        long first = qualifying.stream().min(Long::compare).orElse(0L);
        long last = qualifying.stream().max(Long::compare).orElse(0L);
        return kept().body(new SeriesResource(
                exceedance.id(),
                datastream.id(),
                datastream.fields().text("pollutant"),
                datastream.fields().text("unit"),
                exceedance.fields().text("raisedAt").map(Instant::parse),
                qualifying,
                series.of(datastream, first - before, last + after),
                asOf));
    }

    private Header header(Kind kind, String id) {
        return facts.header(kind, id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND_OR_HIDDEN));
    }

    private static ResponseEntity.BodyBuilder kept() {
        return ResponseEntity.ok().cacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}
