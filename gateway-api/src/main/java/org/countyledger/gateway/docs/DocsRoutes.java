package org.countyledger.gateway.docs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.lifecycle.Tables;
import org.countyledger.gateway.language.Labels;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One page without scripts: every route, and every row of every table, as the contract reads them. */
@RestController
@Tag(name = "home")
final class DocsRoutes {
    private static final String NAME = "County Ledger 县域民生账本";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final byte[] page;

    DocsRoutes(Tables tables, Labels labels) {
        this.page = page(tables, labels).getBytes(StandardCharsets.UTF_8);
    }

    private static String page(Tables tables, Labels labels) {
        Html page = new Html();
        page.open("!doctype html")
                .open("html lang=\"zh-CN\"")
                .open("head")
                .open("meta charset=\"utf-8\"")
                .element("title", NAME)
                .close("head")
                .open("body")
                .element("h1", NAME)
                .open("p")
                .link("/openapi.yaml", "OpenAPI 3.1")
                .close("p")
                .element("h2", "API");
        ApiTable.write(page);
        page.element("h2", "规则 Rules").open("p");
        for (Lifecycle table : tables.all()) {
            page.link("#" + table.kind().collection(), table.kind().collection())
                    .text(" ");
        }
        page.close("p");
        tables.all().forEach(table -> LawTable.write(page, table, labels));
        return page.close("body").close("html").toString();
    }

    @Operation(operationId = "docs", summary = "This API and the rules of every kind of record, for people")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
    @GetMapping("/docs")
    ResponseEntity<byte[]> docs() {
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(page);
    }
}
