package org.countyledger.gateway.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first thing that somebody sees who opens the gateway's address. */
@RestController
@Tag(name = "home")
final class Home {
    private static final Pointers POINTERS =
            new Pointers("County Ledger 县域民生账本", "/docs", "/openapi.yaml", "/v1/receipts/{txId}", "/actuator/health");

    /** Where to go on. */
    @Schema(name = "Home")
    record Pointers(String name, String docs, String api, String receipt, String health) {}

    @Operation(operationId = "home", summary = "Where to go on")
    @GetMapping("/")
    Pointers pointers() {
        return POINTERS;
    }
}
