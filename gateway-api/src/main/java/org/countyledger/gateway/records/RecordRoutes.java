package org.countyledger.gateway.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.countyledger.client.ClientIdentity;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Header;
import org.countyledger.gateway.records.AllowedResource.AllowedList;
import org.countyledger.gateway.records.ClockResource.ClockList;
import org.countyledger.gateway.security.Call;
import org.countyledger.gateway.security.PublicKinds;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records of every kind, read from the projection. Kinds that are not public need an officer's token. */
@RestController
@Tag(name = "records")
final class RecordRoutes {
    private static final String RECORD = "/v1/{collection}/{id}";

    private final Collections collections;
    private final RecordDesk desk;
    private final AllowedActions allowed;
    private final Submitters submitters;

    RecordRoutes(Collections collections, RecordDesk desk, AllowedActions allowed, Submitters submitters) {
        this.collections = collections;
        this.desk = desk;
        this.allowed = allowed;
        this.submitters = submitters;
    }

    @Operation(operationId = "listRecords", summary = "Records of a kind, newest first")
    @Docs.Collection
    @GetMapping("/v1/{collection}")
    ResponseEntity<RecordPage> list(@ParameterObject ListParameters parameters, Call call) {
        Lifecycle table = table(call);
        return kept(table).body(desk.list(table, parameters, call));
    }

    @Operation(operationId = "getRecord", summary = "A record")
    @Docs.OneRecord
    @GetMapping(RECORD)
    ResponseEntity<RecordResource> get(
            @Parameter(description = "ledger: ask a peer, not the read tables")
                    @RequestParam(defaultValue = "projection")
                    Consistency consistency,
            Call call) {
        Lifecycle table = table(call);
        RecordResource record = desk.record(table, call, consistency);
        return kept(table).eTag(Headers.entityTag(record.seq())).body(record);
    }

    @Operation(operationId = "listEvents", summary = "The events of a record, oldest first")
    @Docs.OneRecord
    @GetMapping(RECORD + "/events")
    ResponseEntity<EventPage> events(@ParameterObject EventParameters parameters, Call call) {
        Lifecycle table = table(call);
        return kept(table).body(desk.events(table, parameters, call));
    }

    @Operation(operationId = "listClocks", summary = "The legal clocks of a record")
    @Docs.OneRecord
    @GetMapping(RECORD + "/clocks")
    ResponseEntity<ClockList> clocks(Call call) {
        Lifecycle table = table(call);
        return kept(table).body(desk.clocks(table, call));
    }

    @Operation(
            operationId = "listAllowedActions",
            summary = "What the caller may do next with a record",
            description = "As far as state, role and separation of duty say; a rule may still refuse.")
    @Docs.OneRecord
    @GetMapping(RECORD + "/allowed-actions")
    AllowedList allowedActions(Call call) {
        Lifecycle table = table(call);
        AsOf asOf = desk.asOf();
        Header header = desk.find(table, call).header();
        ClientIdentity identity = submitters.of(call.caller(), Target.of(table, header.id(), ""));
        List<AllowedResource> actions = allowed.of(header, identity);
        return new AllowedList(header.seq(), header.state(), actions, asOf);
    }

    private Lifecycle table(Call call) {
        return collections.table(call.path("collection"));
    }

    /** What is public may be kept, if it is asked about each time; what is private may not. */
    private static ResponseEntity.BodyBuilder kept(Lifecycle table) {
        return ResponseEntity.ok()
                .cacheControl(PublicKinds.contains(table.kind()) ? CacheControl.noCache() : CacheControl.noStore());
    }
}
