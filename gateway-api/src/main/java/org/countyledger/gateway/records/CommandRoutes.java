package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.gateway.security.Call;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Commands to records of every kind. */
@RestController
@Tag(name = "records")
final class CommandRoutes {
    private final Collections collections;
    private final CommandDesk desk;

    CommandRoutes(Collections collections, CommandDesk desk) {
        this.collections = collections;
        this.desk = desk;
    }

    @Operation(operationId = "createRecord", summary = "Create a record")
    @Docs.Collection
    @Docs.CommandRequest
    @Docs.WriteAnswers
    @PostMapping(path = "/v1/{collection}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> create(@RequestBody byte[] body, Call call) {
        Target target = Target.creation(collections.table(call.path("collection")));
        return desk.take(call.caller(), CommandDraft.read(target, body, call.headers()));
    }

    @Operation(operationId = "takeAction", summary = "Take an action on a record")
    @Docs.OneRecord
    @Docs.Action
    @Docs.CommandRequest
    @Docs.WriteAnswers
    @PostMapping(path = "/v1/{collection}/{id}/actions/{action}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> act(@RequestBody byte[] body, Call call) {
        String action = call.path("action");
        Lifecycle table = collections.tableWith(call.path("collection"), action);
        Target target = Target.of(table, call.path("id"), action);
        return desk.take(call.caller(), CommandDraft.read(target, body, call.headers()));
    }
}
